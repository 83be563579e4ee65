import type { ViewOf } from '../../src/contracts/view.ts';
import { NOTHING_MORE } from '../../src/receipt/receipt-facts.ts';
import { RECEIPT_STATES } from '../../src/receipt/receipt-state.ts';
import { add, alone } from './sample-book.ts';
import { PLACES } from './sample-parts.ts';

/** As long as the code of a real receipt; signed with a key that nobody has any more. */
const SIGNED_CODE = [
  'YKT1.YKT-3ND9-KZKJ-G.sent-waiting-for-office.apply.1795311660.hainan 12.kiosk-4f1a2b3c4d5e.Qs-EG',
  'cRRTuldoIm3HDmX9jWXnIqHLik4QQVo-oioRT0.1795225260.1829871660.uQARpK7frVtEznz4wEOUuNnvLgCCfh-1Ixx',
  'p5vjkpVI.u72kJuNQHP1tvkXCV3bdSsiMq5CzJUUGpt9CRHqH_Q9Q3-Wh1r6tpenkH2kpv1wiMQeeA2I-rw5rG6zKrkPcDQ.',
  'cTmPRgtn2otxTK6kKwPhd8XYsP7CtZVERrh-Io0EimViIb7ESvrZSnDw_TmNz_srIKFNkdu8zxIw-JAqNCT-BQ',
].join('');

type Own = Parameters<typeof add<'receipt'>>[3];

const { carried: _, ...NOTHING } = NOTHING_MORE;
const place = PLACES[2] ?? null;
const BLANK: Own = {
  ...NOTHING,
  state: 'done-here',
  reference: 'YKT-3ND9-KZKJ-G',
  qr: SIGNED_CODE,
  paper: 'printed',
  parts: [],
  next: [],
};
const receipt = (
  service: NonNullable<ViewOf<'receipt'>['service']>,
  variant: string,
  own: Partial<Own>,
  linkUp = true,
) =>
  add(
    'receipt',
    `${service}/${variant}`,
    [],
    { ...BLANK, ...own },
    { ...alone(['finish', 'print-slip', 'choose-service']), service, linkUp },
  );

for (const state of RECEIPT_STATES)
  for (const service of ['apply', 'activate'] as const) {
    const applied = service === 'apply' && !['refused', 'nothing-happened', 'go-to-counter'].includes(state);
    receipt(
      service,
      state,
      {
        state,
        reference: state === 'nothing-happened' ? null : BLANK.reference,
        qr: state === 'nothing-happened' ? null : BLANK.qr,
        paper:
          state === 'unknown-asking'
            ? 'printer-down'
            : state === 'accepted-not-yet-sent'
              ? 'no-paper'
              : 'printed',
        applicationNumber: applied && state !== 'accepted-not-yet-sent' ? 'SQ20261122-C16AD7B1' : null,
        readyBy: applied ? '2027-01-05' : null,
        collectWithinDays: applied ? 180 : null,
        place: applied || state === 'go-to-counter' ? place : null,
        refusal: state === 'refused' ? (service === 'apply' ? 'not-entitled' : 'suspended') : null,
        mobileUnconfirmed: service === 'apply' && state === 'accepted-not-yet-sent',
      },
      state !== 'accepted-not-yet-sent',
    );
  }

receipt('apply', 'with-next', {
  applicationNumber: 'SQ20261122-C16AD7B1',
  readyBy: '2027-01-05',
  collectWithinDays: 180,
  place,
  next: ['activate', 'electronic-card'],
});
receipt('apply', 'issued', {
  parts: ['new-card-handed-over', 'electronic-card-follows'],
  applicationNumber: 'SQ20261122-C16AD7B1',
  money: { state: 'not-taken', paidFen: 0, keptFen: 0, returnFen: 0 },
  next: ['activate'],
});
receipt('loss', 'temporary', { lostUntil: '2026-12-07', parts: ['loss-reported'], next: ['replace'] });
receipt('loss', 'formal', {
  parts: ['loss-reported'],
  money: { state: 'taken', paidFen: 1000, keptFen: 1000, returnFen: 0 },
  next: ['replace', 'progress'],
});
receipt('loss', 'not-blocked-yet', { state: 'accepted-not-yet-sent', notBlockedYet: true }, false);
receipt('loss', 'undone', { parts: ['loss-undone'], next: ['read-card'] });
receipt('loss', 'unknown', { state: 'unknown-asking', parts: ['loss-unknown'] });
receipt('replace', 'on-the-spot', {
  parts: [
    'loss-reported',
    'old-card-void',
    'new-card-handed-over',
    'electronic-card-follows',
    'tell-benefit-payers',
  ],
  money: { state: 'taken', paidFen: 2500, keptFen: 2500, returnFen: 0 },
  next: ['activate'],
});
receipt('replace', 'money-coming-back', {
  state: 'partly-done',
  parts: ['loss-reported', 'new-card-not-made'],
  money: { state: 'coming-back', paidFen: 2500, keptFen: 1000, returnFen: 1500 },
});
receipt('replace', 'to-collect', {
  state: 'sent-waiting-for-office',
  parts: ['loss-reported', 'old-card-void', 'new-card-to-collect'],
  applicationNumber: 'SQ20261122-C16AD7B1',
  readyBy: '2027-01-05',
  collectWithinDays: 180,
  place,
  money: { state: 'taken', paidFen: 2500, keptFen: 2500, returnFen: 0 },
});
receipt('replace', 'money-unknown', {
  state: 'unknown-asking',
  money: { state: 'unknown', paidFen: 0, keptFen: 0, returnFen: 0 },
});
receipt('replace', 'maybe-taken', {
  state: 'partly-done',
  parts: ['old-card-void', 'new-card-maybe-taken'],
  money: { state: 'taken', paidFen: 1500, keptFen: 1500, returnFen: 0 },
  place,
});
receipt('swap', 'swapped', {
  parts: ['old-card-kept', 'new-card-handed-over', 'electronic-card-follows'],
  money: { state: 'not-taken', paidFen: 0, keptFen: 0, returnFen: 0 },
  next: ['activate'],
});
receipt('swap', 'stuck', {
  state: 'partly-done',
  parts: ['new-card-not-made', 'old-card-stuck'],
  money: { state: 'not-taken', paidFen: 0, keptFen: 0, returnFen: 0 },
});
receipt('swap', 'refused', {
  state: 'refused',
  refusal: 'request-pending',
  parts: ['old-card-given-back'],
});
receipt('certify', 'done', { validUntil: '2027-11-22', next: ['records'] });
receipt('contact-data', 'done', {});
