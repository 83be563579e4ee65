import { readFileSync } from 'node:fs';
import { DEFAULT_PACK } from '../../../src/policy/default-pack.ts';
import { checkPolicyPack, type PolicyPack } from '../../../src/policy/policy-pack.ts';

const FILE = `assets/policy/${DEFAULT_PACK}.json`;

/** The default pack, opened wider than any province does, so that every way through the services can be gone. */
export const WIDE_PACK: PolicyPack = (() => {
  const pack = JSON.parse(readFileSync(FILE, 'utf8')) as PolicyPack;
  const reasons = pack.exchange.reasons.map((one) =>
    one.reason === 'face-damaged' ? { ...one, where: 'kiosk' as const, topic: null } : one,
  );
  const opened = checkPolicyPack({
    ...pack,
    exchange: { ...pack.exchange, reasons },
    loss: { ...pack.loss, undoAtKiosk: true },
    issuance: { ...pack.issuance, instantFor: ['apply', 'replace', 'swap', 'exchange'] },
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
})();
