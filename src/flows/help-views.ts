import { type HelpTopic, searchHelp } from '../directory/help.ts';
import { inLanguage } from '../policy/in-language.ts';
import type { CounterTopic } from '../policy/policy-pack.ts';
import { NOTHING_MORE } from '../receipt/receipt-facts.ts';
import type { Ending } from './ending.ts';
import type { HelpContext } from './help.ts';
import type { FlowKit } from './kit.ts';
import { nearbyCounters } from './nearby-counters.ts';
import type { ScreenBody, ViewEnvironment } from './screen.ts';

export const topicOf = (kit: FlowKit, id: string): HelpTopic | null =>
  kit.directory.help.find((topic) => topic.id === id) ?? null;

export const counterTopicOf = (kit: FlowKit, id: string): CounterTopic | null =>
  kit.policy.counterTopics.find((topic) => topic.id === id) ?? null;

/** The service that settles a question, where this kiosk can do it now. */
export const serviceOf = (kit: FlowKit, topic: HelpTopic | null): HelpTopic['service'] =>
  kit.tiles().some(({ service, available }) => service === topic?.service && available)
    ? (topic?.service ?? null)
    : null;

/** HELP-1, and services.md 13 beside it. */
export const helpBody = ({ query }: HelpContext, { kit, language }: ViewEnvironment): ScreenBody => ({
  screen: 'help',
  query,
  topics: searchHelp(kit.directory.help, query).map(({ id, question }) => ({
    id,
    question: inLanguage(question, language),
  })),
  counterTopics: kit.policy.counterTopics.map(({ id, title }) => ({
    id,
    title: inLanguage(title, language),
  })),
});

export function topicBody({ topic }: HelpContext, { kit, language }: ViewEnvironment): ScreenBody {
  if (!topic) throw new Error('a topic that was not opened');
  return {
    screen: 'help-topic',
    question: inLanguage(topic.question, language),
    answer: [...(language === 'zh-CN' ? topic.answer.zh : topic.answer.en)],
    settledBy: serviceOf(kit, topic),
  };
}

/** services.md 13: who, which papers, where, how long. */
export function counterTopicBody(
  { counterTopic }: HelpContext,
  { kit, language }: ViewEnvironment,
): ScreenBody {
  if (!counterTopic) throw new Error('a counter topic that was not opened');
  return {
    screen: 'counter-topic',
    title: inLanguage(counterTopic.title, language),
    who: inLanguage(counterTopic.who, language),
    papers: counterTopic.papers.map((paper) => inLanguage(paper, language)),
    where: inLanguage(counterTopic.where, language),
    howLong: inLanguage(counterTopic.howLong, language),
    counters: nearbyCounters(kit.policy),
  };
}

/** The topic on paper, with the nearest counter; it belongs to nobody and to no transaction. */
export function counterTopicSlip(kit: FlowKit, counterTopic: CounterTopic): Ending {
  const reference = kit.transactions.slipReference();
  kit.audit.record('counter-slip-printed', { reference, outcome: 'offered' });
  return {
    kind: 'receipt',
    receipt: {
      ...NOTHING_MORE,
      state: 'go-to-counter',
      service: 'help',
      reference,
      transactionId: null,
      place: kit.policy.counters[0] ?? null,
      counterTopic,
    },
  };
}
