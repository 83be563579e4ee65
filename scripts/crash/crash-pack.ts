import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_PACK } from '../../src/policy/default-pack.ts';
import { checkPolicyPack, type PolicyPack } from '../../src/policy/policy-pack.ts';

/** A card that nobody takes waits this long at a gate: a crash run has no minute to give away. */
const TAKE_CARD_SECONDS = 2;

/** The default pack, opened wider than any province does, so that every way through the services can be gone. */
export const CRASH_PACK: PolicyPack = (() => {
  const pack = JSON.parse(readFileSync(`assets/policy/${DEFAULT_PACK}.json`, 'utf8')) as PolicyPack;
  const reasons = pack.exchange.reasons.map((one) =>
    one.reason === 'face-damaged' ? { ...one, where: 'kiosk' as const, topic: null } : one,
  );
  const opened = checkPolicyPack({
    ...pack,
    exchange: { ...pack.exchange, reasons },
    loss: { ...pack.loss, undoAtKiosk: true },
    issuance: {
      ...pack.issuance,
      instantFor: ['apply', 'replace', 'swap', 'exchange'],
      takeCardSeconds: TAKE_CARD_SECONDS,
    },
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
})();

/** Into a folder, for kiosk and centre. */
export function writeCrashPack(folder: string): string {
  const file = join(folder, 'crash-pack.json');
  writeFileSync(file, JSON.stringify(CRASH_PACK));
  return file;
}
