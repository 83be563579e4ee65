import type { ViewOf } from '../../../src/contracts/view.ts';

/** What a resident was told on a receipt, on the screen or on paper. */
export interface Told {
  readonly session: number;
  readonly reference: string;
  readonly state: ViewOf<'receipt'>['state'];
  readonly parts: ViewOf<'receipt'>['parts'];
  readonly money: ViewOf<'receipt'>['money'];
}

/** States that promise something of the matter; it may not be lost, whatever happens afterwards. */
const PROMISES: readonly Told['state'][] = [
  'done-here',
  'sent-waiting-for-office',
  'accepted-not-yet-sent',
  'partly-done',
];

export const isPromise = ({ state }: Told): boolean => PROMISES.includes(state);

/** Operations a resident comes for; the others serve them. */
const MATTERS: readonly string[] = [
  'application.submit',
  'card.activate',
  'loss.report',
  'loss.undo',
  'certification.submit',
  'contact.change',
  'card.request',
];

export const isMatter = (kind: string | null): boolean => kind !== null && MATTERS.includes(kind);
