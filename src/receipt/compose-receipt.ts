import { dayInShanghai } from '../calendar/calendar-day.ts';
import type { Language } from '../contracts/view.ts';
import { inLanguage } from '../policy/in-language.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import type { PaperLine, PaperReceipt } from './paper-receipt.ts';
import { type PaperTexts, paperTexts } from './paper-texts.ts';
import type { ReceiptFacts } from './receipt-facts.ts';

const MINUTE_MS = 60_000;
const SHANGHAI_MINUTES = 8 * 60;

/** `2026-11-22 09:41`, Asia/Shanghai. */
function timeInShanghai(epochMs: number): string {
  const minutes = Math.floor(epochMs / MINUTE_MS) + SHANGHAI_MINUTES;
  const ofDay = minutes % (24 * 60);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${dayInShanghai(epochMs)} ${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}`;
}

const pair = (label: string, value: string): PaperLine => ({ kind: 'pair', label, value });
const text = (value: string, emphasis = false): PaperLine => ({ kind: 'text', text: value, emphasis });
const RULE: PaperLine = { kind: 'rule' };

/** APPLY-7: reference, what happens next, by when, where, whom to call. Says the row reached and no more. */
export function composeReceipt(
  facts: ReceiptFacts,
  language: Language,
  policy: PolicyPack,
  now: number,
): PaperReceipt {
  const words = paperTexts(language);
  const lines: PaperLine[] = [
    text(words.states[facts.state], true),
    RULE,
    pair(words.labels.reference, facts.reference),
    pair(words.labels.time, timeInShanghai(now)),
    pair(words.labels.service, words.services[facts.service] ?? ''),
    ...carriedLines(facts, words),
    ...officeLines(facts, words),
    RULE,
    text(words.next[facts.state]({ collectWithinDays: facts.collectWithinDays })),
    ...(facts.mobileUnconfirmed ? [text(words.mobileUnconfirmed)] : []),
    ...(cardIsOwed(facts) ? [text(words.electronicCard)] : []),
    RULE,
    ...policy.hotlines.map(({ number, hours }) =>
      pair(words.labels.call, `${number} ${inLanguage(hours, language)}`),
    ),
  ];
  return {
    heading: inLanguage(policy.receipt.heading, language),
    title: words.services[facts.service] ?? '',
    lines,
    qr: facts.reference,
    footer: policy.receipt.footer.map((line) => inLanguage(line, language)),
  };
}

/** A new card is on its way: accepted or sent, not refused. */
const cardIsOwed = ({ service, state }: ReceiptFacts): boolean =>
  service === 'apply' && (state === 'accepted-not-yet-sent' || state === 'sent-waiting-for-office');

function carriedLines({ carried, refusal }: ReceiptFacts, words: PaperTexts): PaperLine[] {
  const lines = carried.flatMap(({ field, value }) =>
    field === 'name' || field === 'document-number' ? [pair(words.labels[field], value)] : [],
  );
  return refusal === null
    ? lines
    : [...lines, pair(words.labels.refusal, words.refusals[refusal] ?? words.otherRefusal)];
}

function officeLines(
  { applicationNumber, readyBy, place, state }: ReceiptFacts,
  words: PaperTexts,
): PaperLine[] {
  const lines: PaperLine[] = [];
  if (applicationNumber !== null) lines.push(pair(words.labels['application-number'], applicationNumber));
  if (readyBy !== null) lines.push(pair(words.labels['ready-by'], readyBy));
  if (place !== null) {
    const label = state === 'go-to-counter' ? words.labels.counter : words.labels.place;
    lines.push(pair(label, place.name), pair(words.labels.address, place.address));
    for (const phone of place.phones) lines.push(pair(words.labels.phone, phone));
  }
  return lines;
}
