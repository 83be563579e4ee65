import { act, addStep, choose, end, PAIR } from './sample-steps.ts';

addStep('export-logs', 'put-stick', act);
addStep('export-logs', 'not-written', choose('again', 'give-up'), {
  leave: 'later',
  facts: { why: 'stick-full' },
});
addStep('export-logs', 'take-stick', act, {
  leave: 'later',
  facts: {
    file: 'yikatong-kiosk-3F0A77C2D1B4-20261122-0941.jwe',
    megabytes: 3.4,
    digest: '9f3c1a77d02b4e60',
  },
});
addStep('set-clock', 'choose-how', choose('centre', 'by-hand', 'leave'), {
  facts: { kioskTime: '2026-11-22 09:41', centreTime: '2026-11-22 09:43', offsetSeconds: 124 },
});
addStep('set-clock', 'enter-time', {
  kind: 'enter',
  what: 'time',
  longest: 16,
  value: '2026-11-22 09:4',
  problem: false,
});
addStep('set-network', 'enter-address', {
  kind: 'enter',
  what: 'address',
  longest: 18,
  value: '10.20.31.8',
  problem: true,
});
addStep('restart-machine', 'sure', choose('yes', 'no'));
addStep('enrol', 'how', choose('scan', 'type'), { second: 'T-0981' });
addStep(
  'enrol',
  'enter-code',
  { kind: 'enter', what: 'enrolment-code', longest: 24, value: '', problem: false },
  PAIR,
);
addStep('decommission', 'what-is-left', choose('look-again', 'give-up'), {
  second: 'T-0981',
  facts: {
    openTransactions: 1,
    outbox: 3,
    deadLetters: 0,
    residentCards: 2,
    newCards: 0,
    blanks: 84,
    unsentAudit: 17,
    stops: 3,
  },
});
addStep('decommission', 'sure', choose('yes', 'no'), PAIR);
addStep(
  'decommission',
  'enter-kiosk-name',
  { kind: 'enter', what: 'kiosk-name', longest: 80, value: '', problem: false },
  { ...PAIR, facts: { kioskName: '海口市龙华区自助机 01' } },
);
addStep('unlock-technician', 'done', end('done'), { leave: 'no', facts: { technician: 'T-0981' } });
addStep('export-logs', 'done', end('failed'), { leave: 'no', facts: { why: 'stick-gone' } });
addStep('restart-core', 'done', end('given-up'), { leave: 'no' });
