import { parentPort } from '../../drivers/social-card/parent-port.ts';
import type { CoreMessage, ShellMessage } from '../../src/contracts/core-link.ts';
import { endedView } from './fixture-view.ts';

/**
 * The smallest core there is, for the shells' tests: `node fixture-core.ts well|hangs|crashes|nonsense|fatal`.
 * It shows one view, and again with the next revision for each message it hears.
 */
const [manner = 'well'] = process.argv.slice(2);
const shell = parentPort<CoreMessage>();
let revision = 1;

shell.onMessage((raw) => {
  const { kind } = raw as ShellMessage;
  revision += 1;
  shell.send({ kind: 'view', view: endedView(revision, kind) });
});
if (manner === 'fatal')
  shell.send({ kind: 'fatal', message: 'the store cannot be read: bring its key back' });
else {
  shell.send({ kind: 'ready', version: 'fixture', notes: [] });
  shell.send({ kind: 'view', view: endedView(revision, 'start') });
  setInterval(() => shell.send({ kind: 'alive' }), 1_000);
}
switch (manner) {
  case 'hangs':
    setTimeout(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0), 100);
    break;
  case 'crashes':
    setTimeout(() => process.kill(process.pid, 'SIGSEGV'), 100);
    break;
  case 'nonsense':
    process.send?.({ kind: 'view', view: { screen: 'no-such-screen' } });
    break;
}
