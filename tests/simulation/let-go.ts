import { PowerCut } from './disk/power-cut.ts';

/** What a life that the power ended still throws, nobody waits for; everything else ends the process, as it would. */
export function letPowerCutsGo(): void {
  process.on('uncaughtException', (error) => {
    if (error instanceof PowerCut) return;
    process.stderr.write(`${error.stack}\n`);
    process.exit(2);
  });
}
