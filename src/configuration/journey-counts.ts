import type { DocumentKind } from '../contracts/configuration/document.ts';
import { TROUBLES, type Trouble } from '../contracts/trouble.ts';
import type { ReceiptState } from '../receipt/receipt-state.ts';
import type { PastOutcome } from '../replay/past-outcome.ts';

/**
 * What one session says about the configuration it ran under; `nothing`: it was not about that. `turned-away`: rules do
 * that under good packs as well, so what it says depends on how many were before.
 */
export type JourneyWord = 'well' | 'failed' | 'turned-away' | 'nothing';

/** Ends with a receipt, or with a slip for the counter, for whoever did not get what they came for. */
const TURNED_AWAY: readonly (string | null)[] = [
  'refused',
  'go-to-counter',
  'without-face',
] satisfies readonly (ReceiptState | 'without-face')[];

/** What a pack, a text or a list can do to a journey: the core's own error, a request the centre can't take. */
const BY_CONFIGURATION: readonly Trouble[] = [
  'internal',
  'authority-refused-to-answer',
  'payment-not-possible',
];

/**
 * Of the outages only where device options are new: otherwise a broken reader, a dead link or a card nobody can read
 * would send a good pack back. What the tile says is out is not begun at all.
 */
const BY_DEVICE_OPTIONS: readonly Trouble[] = [
  'id-card-unreadable',
  'id-card-reader-down',
  'social-card-unreadable',
  'social-card-reader-down',
  'pin-pad-down',
  'card-acceptor-down',
  'card-issuer-down',
  'document-printer-down',
  'code-scanner-down',
];

/**
 * A session that came to its end speaks for the configuration. Who walked away or met a dead link says nothing: people
 * leave and links fail under good packs as under bad ones.
 */
export function journeyWord(
  { disposition, outcome }: Pick<PastOutcome, 'disposition' | 'outcome'>,
  changed: ReadonlySet<DocumentKind>,
): JourneyWord {
  switch (disposition) {
    case 'completed':
      return TURNED_AWAY.includes(outcome) ? 'turned-away' : 'well';
    case 'refused':
      return 'turned-away';
    case 'cancelled':
    case 'timed-out':
      return 'nothing';
    case 'trouble': {
      const what = TROUBLES.find((one) => one === outcome);
      // A trouble this version has no word for is somebody's mistake, and perhaps the configuration's.
      if (what === undefined || BY_CONFIGURATION.includes(what)) return 'failed';
      return changed.has('device-defaults') && BY_DEVICE_OPTIONS.includes(what) ? 'failed' : 'nothing';
    }
  }
}
