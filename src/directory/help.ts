import { z } from 'zod';
import { serviceId } from '../contracts/service.ts';

const bothLanguages = <Part extends z.ZodType>(part: Part) => z.strictObject({ zh: part, en: part });

/** HELP-1: one question in our own words. */
export const helpTopic = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  /** Where it is known from (`H Q45`). */
  sources: z.array(z.string().min(1)).min(1),
  /** The service that settles it here, offered below the answer. */
  service: serviceId.nullable(),
  question: bothLanguages(z.string().min(1)),
  /** Paragraphs. */
  answer: bothLanguages(z.array(z.string().min(1)).min(1)),
  /** First letters of the Chinese question's pinyin (`npm run docs:help` writes them). */
  initials: z.string().regex(/^[a-z0-9]+$/),
});
export type HelpTopic = z.infer<typeof helpTopic>;

/** One file of `assets/help`. */
export const helpFile = z.strictObject({ topics: z.array(helpTopic).min(1) });

/** Better places first; `SCATTERED`: each word is somewhere in it, but not side by side. */
const IN_START = 0;
const IN_QUESTION = 1;
const IN_ANSWER = 2;
const SCATTERED = 3;
const NOWHERE = 4;

/**
 * HELP-1: topics with every word of the query in them, by first letters of the question (`gs` finds 挂失) or by any
 * part of question and answer in either language. Questions that begin with it come first, then questions, then
 * answers that mention it; otherwise the order of the file stands. An empty query finds everything.
 */
export function searchHelp(topics: readonly HelpTopic[], query: string): readonly HelpTopic[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  return topics
    .map((topic) => ({ topic, rank: rankOf(topic, words) }))
    .filter(({ rank }) => rank < NOWHERE)
    .sort((left, right) => left.rank - right.rank)
    .map(({ topic }) => topic);
}

function rankOf(topic: HelpTopic, words: readonly string[]): number {
  const together = rankOfText(topic, words.join(' '));
  if (together < NOWHERE) return together;
  return words.every((word) => rankOfText(topic, word) < NOWHERE) ? SCATTERED : NOWHERE;
}

function rankOfText({ question, answer, initials }: HelpTopic, sought: string): number {
  const asked = [initials, plain(question.zh), plain(question.en)];
  if (asked.some((text) => text.startsWith(sought))) return IN_START;
  if (asked.some((text) => text.includes(sought))) return IN_QUESTION;
  const answered = [...answer.zh, ...answer.en].some((text) => plain(text).includes(sought));
  return answered ? IN_ANSWER : NOWHERE;
}

/** Full-width letters and capitals are the same letters. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase();
