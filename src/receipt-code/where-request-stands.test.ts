import { expect, it } from 'vitest';
import { RECEIPT_STATES } from '../receipt/receipt-state.ts';
import { whereRequestStands } from './where-request-stands.ts';

const AT = '2026-11-22T03:00:00.000Z';
const LATER = '2026-11-23T03:00:00.000Z';
type Step = readonly [kind: string, state: string];
const stand = (said: Parameters<typeof whereRequestStands>[0], ...steps: readonly Step[]) =>
  whereRequestStands(said, {
    known: steps.length > 0,
    steps: steps.map(([kind, state], index) => ({ kind, state, code: null, at: index === 0 ? AT : LATER })),
  });

it.each<[string, readonly Step[]]>([
  ['done', [['card.activate', 'done']]],
  ['card-under-way', [['application.submit', 'done']]],
  [
    'card-under-way',
    [
      ['loss.report', 'done'],
      ['payment.create', 'done'],
      ['card.request', 'done'],
      ['card.bind', 'refused'],
    ],
  ],
  ['with-the-office', [['card.request', 'in-progress']]],
  ['refused', [['application.submit', 'refused']]],
  [
    'partly-done',
    [
      ['loss.report', 'done'],
      ['card.request', 'refused'],
    ],
  ],
  // LOSS-6: the loss that was reported on the way was undone with the rest.
  [
    'refused',
    [
      ['loss.report', 'done'],
      ['card.request', 'refused'],
      ['loss.undo', 'done'],
    ],
  ],
  ['done', [['loss.undo', 'done']]],
  ['nothing-done', [['voided', 'void']]],
  [
    'done',
    [
      ['voided', 'void'],
      ['certification.submit', 'done'],
    ],
  ],
  ['nothing-done', [['payment.create', 'done']]],
])('INV-4 %s: %j', (standing, steps) => {
  expect(stand('accepted-not-yet-sent', ...steps).standing).toBe(standing);
});

it('INV-4 what was accepted and has not come is still at its kiosk; what was sent must be there', () => {
  const standings = RECEIPT_STATES.map((state) => [state, stand(state).standing]);
  expect(Object.fromEntries(standings)).toEqual({
    'accepted-not-yet-sent': 'not-sent-yet',
    'unknown-asking': 'not-sent-yet',
    'done-here': 'no-record',
    'sent-waiting-for-office': 'no-record',
    'partly-done': 'no-record',
    refused: 'nothing-to-send',
    'nothing-happened': 'nothing-to-send',
    'go-to-counter': 'nothing-to-send',
  });
  expect(stand(null)).toEqual({ standing: 'no-record', at: null });
});

it('says when the latest step of what was asked for came in', () => {
  expect(stand('done-here', ['loss.report', 'done'], ['card.request', 'done']).at).toBe(LATER);
  expect(stand('done-here', ['loss.report', 'done'], ['payment.create', 'done']).at).toBe(AT);
});
