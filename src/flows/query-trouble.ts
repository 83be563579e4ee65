import type { AuthorityTrouble } from '../ports/authority.ts';
import type { Result } from '../result.ts';
import { type Ending, trouble } from './ending.ts';

/** A question that got no answer ends the service honestly: nothing was changed, and the reason is said. */
export const queryTrouble = (answer: Result<unknown, AuthorityTrouble> | null): Ending => {
  if (answer === null || answer.ok) return trouble('internal');
  return trouble(answer.error.kind === 'link-down' ? 'link-down' : 'authority-refused-to-answer');
};
