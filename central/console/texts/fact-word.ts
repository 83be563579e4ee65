import type { Catalogue } from './catalogue.ts';
import { wordFor } from './language.ts';
import { factText } from './moments.ts';

/** A fact of a record as people read it: services, steps, states and reasons by their words, amounts in yuan. */
export function factWord(
  name: string,
  fact: string | number | boolean | null,
  { codes, releases, rollouts, words, work }: Catalogue,
): string {
  if (typeof fact === 'boolean') return fact ? words.yes : words.no;
  if (typeof fact !== 'string') return factText(name, fact);
  switch (name) {
    case 'service':
      return wordFor(words.services, fact);
    case 'act':
      return wordFor(codes.steps, fact);
    case 'kind':
      return wordFor(work.kinds, wordFor(codes.steps, fact));
    case 'from':
    case 'to':
      return wordFor(rollouts.states, fact);
    case 'outcome':
    case 'end':
      return wordFor(codes.states, fact);
    case 'state':
      return wordFor(releases.states, wordFor(codes.states, fact));
    case 'code':
    case 'reason':
      return wordFor(codes.why, fact);
    default:
      return fact;
  }
}
