import { PowerCut } from './disk/power-cut.ts';

/** A state machine words what its guards threw anew, and keeps only the message. */
const WORDED_ANEW = /the power failed$|the process was killed$/;

/** What a life that the power ended still throws, nobody waits for; everything else ends the process, as it would. */
export function letPowerCutsGo(): void {
  process.on('uncaughtException', (error) => {
    if (error instanceof PowerCut || WORDED_ANEW.test(error.message)) return;
    process.stderr.write(`${error.stack}\n`);
    process.exit(2);
  });
}
