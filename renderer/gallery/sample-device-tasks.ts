import { act, addStep, choose, end, option, running } from './sample-steps.ts';

addStep('change-paper', 'open-cover', act);
addStep('change-paper', 'put-roll', act, { back: true });
addStep('change-paper', 'close-cover', act, { back: true });
addStep('change-paper', 'printer-says', choose('look-again', 'stop'), {
  facts: { paper: 'out', cover: 'open', cutter: 'ok', code: 'cover-open' },
});
addStep('change-paper', 'paper-right', choose('right', 'print-again', 'not-right'));
const devices = [
  ['id-card-reader', 'online'],
  ['social-card-reader', 'online'],
  ['pin-pad', 'online'],
  ['receipt-printer', 'userError'],
  ['card-acceptor', 'online'],
  ['card-issuer', 'link-lost'],
  ['code-scanner', 'online'],
  ['cabinet-board', 'online'],
  ['camera', 'online'],
  ['speaker', 'online'],
  ['touch-screen', 'online'],
] as const;
addStep(
  'test-device',
  'choose-device',
  choose(...devices.map(([device, state]) => option(device, null, state))),
  { facts: Object.fromEntries(devices.map(([device]) => [device, device])) },
);
const reader = { device: 'id-card-reader', deviceClass: 'id-card-reader' };
addStep('replace-device', 'take-out', act, { facts: reader, back: true });
addStep('replace-device', 'plug-in', act, { facts: reader, back: true });
addStep('replace-device', 'look-for', running(20), { facts: reader, leave: 'later' });
addStep(
  'replace-device',
  'choose-found',
  choose(
    option('0', 'SAM 05.01-20260711-0003187721-1907154826', 'hid:0400:c35a · hid 0400:c35a'),
    option('1', 'SAM 05.03-20190101-0000000123-456789012', 'serial:/dev/ttyS0?baud=115200 · its answer'),
    'look-again',
  ),
  { facts: reader },
);
addStep('replace-device', 'test-failed', choose('try-again', 'choose-other', 'stop'), {
  facts: { ...reader, code: 'sam-not-authorised' },
});
addStep('replace-device', 'restart', running(75), { facts: reader, leave: 'no' });
addStep('test-device', 'prepare', act, { facts: reader, back: true });
addStep('test-device', 'draw', { kind: 'draw', columns: 6, rows: 10 });
addStep('test-device', 'look-at-camera', { kind: 'camera' });
addStep('test-device', 'hear-sound', { kind: 'sound' });
addStep('test-device', 'result', choose('test-another', 'finish'), {
  facts: { ...reader, outcome: 'passed', code: '', layout: 'resident-id-card', portrait: 'yes' },
});
addStep('test-device', 'done', end('done'), { leave: 'no', facts: { passed: 4, failed: 1 } });
addStep('set-screen', 'touch-off', choose('calibrate', 'draw-again', 'leave-it'), { facts: { missed: 7 } });
addStep('close-service', 'sure', choose('close', 'keep-open'), {
  facts: { service: 'exchange', reason: 'device-fault' },
});
const pad = { device: 'pin-pad', deviceClass: 'pin-pad' };
addStep('test-device', 'testing', running(40), { facts: pad, leave: 'no' });
const board = { device: 'cabinet-board', deviceClass: 'cabinet-board' };
addStep('test-device', 'what-you-saw', choose('yes', 'no'), { facts: board });
addStep('set-screen', 'low-reach', choose('on', 'off'), { facts: { now: 'off' } });
