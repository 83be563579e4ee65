import type { CardIssuer } from '../../../../src/ports/card-issuer.ts';
import type { TestOutcome } from '../../../../src/ports/maintenance/device-bench.ts';
import type { Store } from '../../store/open-store.ts';
import { troubleCode } from '../../transactions/card-moves.ts';
import { failed, ofTrouble, passed } from './test-outcome.ts';

type Ledger = Pick<Store, 'custody'>;

/**
 * One blank from the stack to the chip station, its answer to reset, and into the bin: for good, with the reason
 * `test-card` (INV-3). The ledger has every move before the machine makes it. Begun before a power cut it only puts
 * away the card it finds; a second blank is never taken under one name.
 */
export async function testIssuer(
  { custody }: Ledger,
  issuer: CardIssuer,
  { again }: { readonly again: boolean },
): Promise<TestOutcome> {
  const inside = custody.inMachine('blank');
  if (again) return inside?.transactionId === null ? putAway(custody, issuer, inside.card) : interrupted;
  if (inside) return failed('card-inside');
  if (custody.stock() < 1) return failed('stock-empty');
  const status = await issuer.status();
  if (!status.ok) return ofTrouble(status.error);
  if (status.value.position !== 'none') return failed('card-inside');
  if (status.value.stock === 'empty') return failed('stock-empty');
  if (status.value.bin === 'full') return failed('bin-full');
  const card = custody.takeTestBlank();
  const taken = await issuer.takeBlank();
  if (!taken.ok && taken.error.kind === 'stock-empty') {
    custody.move(card, 'stock', 'nothing-moved');
    return failed('stock-empty');
  }
  if (!taken.ok) {
    const { outcome, code, facts } = ofTrouble(taken.error);
    await putAway(custody, issuer, card);
    return { outcome, code, facts };
  }
  custody.move(card, 'chip-station', 'test-card');
  const atr = await issuer.powerOn();
  const away = await toBin(custody, issuer, card);
  if (away !== null) return failed(away);
  return atr.ok ? passed({ atr: atr.value }) : ofTrouble(atr.error);
}

const interrupted = failed('interrupted');

/** By the sensors: what stands in the machine goes into the bin, what is not there is out of sight. */
async function putAway(custody: Store['custody'], issuer: CardIssuer, card: string): Promise<TestOutcome> {
  const status = await issuer.status();
  if (!status.ok || status.value.position === 'none') {
    custody.move(card, 'unknown', status.ok ? 'found-gone' : troubleCode(status.error));
    return failed('card-out-of-sight');
  }
  const away = await toBin(custody, issuer, card);
  return away === null ? interrupted : failed(away);
}

/** null: it is in the bin. A full bin leaves it where it is. */
async function toBin(custody: Store['custody'], issuer: CardIssuer, card: string): Promise<string | null> {
  const moved = await issuer.toBin();
  if (moved.ok) {
    custody.move(card, 'rejected', 'test-card');
    return null;
  }
  if (moved.error.kind !== 'bin-full') custody.move(card, 'unknown', troubleCode(moved.error));
  return troubleCode(moved.error);
}
