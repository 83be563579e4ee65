import { timeInShanghai } from '../calendar/time-in-shanghai.ts';
import type { ResidentField } from '../contracts/resident-field.ts';
import type { Language } from '../contracts/view.ts';
import { yuanOf } from '../money/yuan.ts';
import { inLanguage } from '../policy/in-language.ts';
import type { Localised, PolicyPack } from '../policy/policy-pack.ts';
import type { PaperLine, PaperReceipt } from './paper-receipt.ts';
import { type PaperTexts, paperTexts } from './paper-texts.ts';
import type { ReceiptFacts, ReceiptPart } from './receipt-facts.ts';

const pair = (label: string, value: string): PaperLine => ({ kind: 'pair', label, value });
const text = (value: string, emphasis = false): PaperLine => ({ kind: 'text', text: value, emphasis });
const RULE: PaperLine = { kind: 'rule' };

/**
 * APPLY-7: reference, what happens next, by when, where, whom to call. Says the row reached and no more, and by which
 * pack it was decided: `policy` is the one the session began with (INV-7).
 */
export function composeReceipt(
  facts: ReceiptFacts,
  language: Language,
  policy: PolicyPack,
  now: number,
  /** Text of the QR code: what the kiosk signed, or the reference alone. */
  qr: string = facts.reference,
): PaperReceipt {
  const words = paperTexts(language);
  const hotlines = policy.hotlines.map(({ number, hours }) => `${number} ${inLanguage(hours, language)}`);
  const lines: PaperLine[] = [
    text(words.states[facts.state], true),
    ...(facts.notBlockedYet ? [words.notBlockedYet, ...hotlines].map((line) => text(line, true)) : []),
    RULE,
    pair(words.labels.reference, facts.reference),
    pair(words.labels.time, timeInShanghai(now)),
    pair(words.labels.service, words.services[facts.service]),
    ...carriedLines(facts, words),
    ...officeLines(facts, words),
    ...counterLines(facts, words, language),
    ...moneyLines(facts, words),
    RULE,
    ...partsOf(facts).map((part) => text(`· ${words.parts[part]}`)),
    text(words.nextOf[facts.service]?.[facts.state] ?? words.next[facts.state]),
    ...(facts.collectWithinDays === null ? [] : [text(words.collectWithin(facts.collectWithinDays))]),
    ...(facts.mobileUnconfirmed ? [text(words.mobileUnconfirmed)] : []),
    RULE,
    ...hotlines.map((line) => pair(words.labels.call, line)),
    pair(words.labels.rules, words.pack(inLanguage(policy.title, language), policy.version)),
  ];
  return {
    heading: inLanguage(policy.receipt.heading, language),
    title: words.services[facts.service],
    lines,
    qr,
    footer: policy.receipt.footer.map((line) => inLanguage(line, language)),
  };
}

/** APPLY-9: a new card is on its way (accepted or sent, not refused), so the electronic card follows. */
function partsOf({ service, state, parts }: ReceiptFacts): readonly ReceiptPart[] {
  const owed = state === 'accepted-not-yet-sent' || state === 'sent-waiting-for-office';
  return service === 'apply' && owed && !parts.includes('electronic-card-follows')
    ? [...parts, 'electronic-card-follows']
    : parts;
}

function carriedLines({ carried, refusal }: ReceiptFacts, words: PaperTexts): PaperLine[] {
  const lines = carried.map(({ field, value }) =>
    pair(words.fields[field], carriedValue(words, field, value)),
  );
  return refusal === null ? lines : [...lines, pair(words.labels.refusal, words.refusals[refusal])];
}

/** A code in words; `days-15` is the one code that carries a number (LOSS-2). */
function carriedValue({ values, days }: PaperTexts, field: ResidentField, value: string): string {
  const [, count] = /^days-(\d+)$/.exec(value) ?? [];
  return count === undefined ? (values[field]?.[value] ?? value) : days(Number(count));
}

function officeLines(facts: ReceiptFacts, { labels }: PaperTexts): PaperLine[] {
  const lines: PaperLine[] = [];
  if (facts.applicationNumber !== null)
    lines.push(pair(labels['application-number'], facts.applicationNumber));
  if (facts.validUntil !== null) lines.push(pair(labels['valid-until'], facts.validUntil));
  if (facts.lostUntil !== null) lines.push(pair(labels['lost-until'], facts.lostUntil));
  if (facts.readyBy !== null) lines.push(pair(labels['ready-by'], facts.readyBy));
  const { place } = facts;
  if (place !== null) {
    const label = facts.state === 'go-to-counter' ? labels.counter : labels.place;
    lines.push(pair(label, place.name), pair(labels.address, place.address));
    for (const phone of place.phones) lines.push(pair(labels.phone, phone));
  }
  return lines;
}

/** services.md 13: who goes where, with which papers, for how long. */
function counterLines(
  { counterTopic }: ReceiptFacts,
  { labels }: PaperTexts,
  language: Language,
): PaperLine[] {
  if (counterTopic === null) return [];
  const said = (label: string, value: Localised) => pair(label, inLanguage(value, language));
  return [
    said(labels.topic, counterTopic.title),
    said(labels.who, counterTopic.who),
    ...counterTopic.papers.map((paper) => said(labels.paper, paper)),
    said(labels.where, counterTopic.where),
    said(labels['how-long'], counterTopic.howLong),
  ];
}

/** What was paid, what of it is the fee, what goes back; no amount where the payment is not known (INV-1). */
function moneyLines({ money }: ReceiptFacts, words: PaperTexts): PaperLine[] {
  if (money === null) return [];
  const amount = (label: string, value: number) =>
    value === 0 ? [] : [pair(label, words.yuan(yuanOf(value)))];
  const known = money.state === 'taken' || money.state === 'coming-back';
  return [
    ...(known ? amount(words.labels.paid, money.paidFen) : []),
    ...(known ? amount(words.labels.kept, money.keptFen) : []),
    ...(known ? amount(words.labels.returned, money.returnFen) : []),
    text(words.money[money.state]),
  ];
}
