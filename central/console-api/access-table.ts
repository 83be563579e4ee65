import { EVERYBODY, type OperatorRole } from '../../src/contracts/console/roles.ts';

/** `open`: nobody needs to be signed in. */
export type Access = readonly OperatorRole[] | 'open';

/**
 * Who may call what, written down apart from the routes: each route says it again where it is added, and the two are
 * compared. A route without a row here, or with other roles, fails a test; so does a row without a route. Paths are
 * below `/console/api/`. `docs/access.md` is made of it (`npm run docs:access`).
 */
export const ACCESS: Readonly<Record<string, Access>> = {
  // Sign-in
  'GET sign-in': 'open',
  'POST sign-in': 'open',
  'POST invitations/looks': 'open',
  'POST invitations/acceptances': 'open',
  'GET organisation/start': 'open',
  'GET organisation/callback': 'open',
  'GET me': EVERYBODY,
  'POST sign-out': EVERYBODY,
  'PUT me/password': EVERYBODY,

  // Operators and what they did
  'GET operators': ['administrator'],
  'POST operators': ['administrator'],
  'PUT operators/:operatorId/roles': ['administrator'],
  'PUT operators/:operatorId/state': ['administrator'],
  'POST operators/:operatorId/invitations': ['administrator'],
  'DELETE operators/:operatorId/sessions': ['administrator'],
  'GET acts': EVERYBODY,
  'GET acts/chain': EVERYBODY,
  'GET changes': EVERYBODY,

  // Closing a service everywhere: quickly by whoever looks after kiosks, opened again by the second person
  'GET closures': EVERYBODY,
  'POST closures': ['fleet', 'approver'],
  'POST closures/:closureId/openings': ['approver'],

  // Releases: drafted, approved by another, signed by the offices
  'GET releases': EVERYBODY,
  'GET releases/:releaseId': EVERYBODY,
  'POST releases': ['editor'],
  'PUT releases/:releaseId': ['editor'],
  'PUT releases/:releaseId/documents/:kind/:line': ['editor'],
  'DELETE releases/:releaseId/documents/:kind/:line': ['editor'],
  'POST releases/:releaseId/submission': ['editor'],
  'POST releases/:releaseId/approval': ['approver'],
  'POST releases/:releaseId/return': ['approver'],
  'POST releases/:releaseId/abandonment': ['editor', 'approver'],
  'POST releases/:releaseId/replay': EVERYBODY,
  'GET releases/:releaseId/payloads': ['signer'],
  'POST releases/:releaseId/signatures': ['signer'],
  'GET documents': EVERYBODY,
  'GET documents/:kind/:line': EVERYBODY,
  'POST documents/check': ['editor'],
  'GET trust/root': EVERYBODY,
  'POST trust/roots': ['administrator'],

  // Rollouts
  'GET rollouts': EVERYBODY,
  'GET rollouts/:rolloutId': EVERYBODY,
  'GET rollouts/:rolloutId/members': EVERYBODY,
  'POST rollouts/preview': ['editor', 'approver'],
  'POST rollouts': ['approver'],
  'POST rollouts/:rolloutId/start': ['approver'],
  'POST rollouts/:rolloutId/resume': ['approver'],
  'POST rollouts/:rolloutId/pause': ['approver'],
  'POST rollouts/:rolloutId/stop': ['approver'],
  'POST rollouts/:rolloutId/return': ['approver'],
  'POST rollouts/:rolloutId/advance': ['approver'],

  // The fleet
  'GET fleet/summary': EVERYBODY,
  'GET fleet/words': EVERYBODY,
  'GET fleet/kiosks': EVERYBODY,
  'GET fleet/kiosks/:kioskId': EVERYBODY,
  'PUT fleet/kiosks/:kioskId': ['fleet'],
  'POST fleet/kiosks/:kioskId/revocation': ['fleet'],
  'POST fleet/kiosks/:kioskId/giving-up': ['fleet'],
  'POST fleet/kiosks/:kioskId/giving-up/confirmation': ['approver'],
  'POST fleet/kiosks/:kioskId/giving-up/withdrawal': ['fleet', 'approver'],
  'GET fleet/alarms': EVERYBODY,
  'POST fleet/alarms/acknowledgements': ['fleet'],
  'GET fleet/kept-cards': EVERYBODY,
  'GET fleet/enrolment-codes': EVERYBODY,
  'POST fleet/enrolment-codes': ['fleet'],
  'GET figures': EVERYBODY,

  // Requests: where they stand, and what waits for a decision
  'GET transactions': EVERYBODY,
  'POST receipt-codes': EVERYBODY,
  'GET work': EVERYBODY,
  'GET work/:itemId': EVERYBODY,
  'POST work/:itemId/decisions': ['fleet'],
  'POST work-decisions/:decisionId/confirmation': ['money'],
  'POST work-decisions/:decisionId/withdrawal': ['fleet', 'money'],
};
