import type { CardAcceptor } from '../../../../src/ports/card-acceptor.ts';
import type { Timers } from '../../../../src/ports/clock.ts';
import type { CodeScanner } from '../../../../src/ports/code-scanner.ts';
import type { IdCardReader } from '../../../../src/ports/id-card-reader.ts';
import type { TestOutcome } from '../../../../src/ports/maintenance/device-bench.ts';
import type { OwnCard } from '../../../../src/ports/own-card.ts';
import type { PinPad } from '../../../../src/ports/pin-pad.ts';
import type {
  CardKeyService,
  SocialCardReader,
  SocialCardTrouble,
  SocialSecurityCard,
} from '../../../../src/ports/social-card-reader.ts';
import { err, type Result } from '../../../../src/result.ts';
import { failed, ofTrouble, passed, whileAHandMayCome } from './test-outcome.ts';

/** A test opens nobody's holder data: a 3.0 card is only asked who made it. */
const noKeys: CardKeyService = { authenticate: async () => err({ code: 'refused' }) };
/** A PIN of two keys is none; this many show that keys count. */
const KEYS_TO_SEE = 2;
/** Bound to no account: the entry is called off before there is a block. */
const NO_ACCOUNT = '0000000000000000';

/** Layout and whether there is a portrait; no field of the card. */
export async function testIdReader(
  reader: IdCardReader,
  timers: Timers,
  signal: AbortSignal,
): Promise<TestOutcome> {
  return whileAHandMayCome(timers, signal, async (hand) => {
    const laid = await reader.waitForCard(hand);
    if (!laid.ok) return ofTrouble(laid.error);
    const read = await reader.read(hand);
    if (!read.ok) return ofTrouble(read.error);
    return passed({ layout: read.value.document.kind, portrait: read.value.portrait ? 'yes' : 'no' });
  });
}

export async function testSocialReader(
  reader: SocialCardReader,
  timers: Timers,
  signal: AbortSignal,
): Promise<TestOutcome> {
  return whileAHandMayCome(timers, signal, async (hand) => {
    const put = await reader.waitForCard(hand);
    return put.ok ? ofChip(await reader.read(noKeys, hand)) : ofTrouble(put.error);
  });
}

/** In, read, out; what becomes of the card is in the ledger as with any card (INV-3, INV-5). */
export async function testAcceptor(
  acceptor: CardAcceptor,
  ownCard: OwnCard,
  timers: Timers,
  signal: AbortSignal,
): Promise<TestOutcome> {
  const accepted = await whileAHandMayCome(timers, signal, (hand) => ownCard.accept(hand));
  if (!accepted.ok) return ofTrouble(accepted.error);
  const chip = ofChip(await acceptor.read(noKeys, signal));
  const out = await whileAHandMayCome(timers, signal, (hand) => ownCard.giveBack(hand));
  return out === 'taken' ? chip : failed(`card-${out}`, chip.facts);
}

/** A card of another kind shows as well that the reader reads. */
function ofChip(read: Result<SocialSecurityCard, SocialCardTrouble | { kind: string }>): TestOutcome {
  if (read.ok) return passed({ chip: read.value.specVersion });
  switch (read.error.kind) {
    case 'key-service':
      return passed({ chip: '3' });
    case 'not-a-social-security-card':
      return passed({ chip: 'other' }, 'another-card');
    default:
      return ofTrouble(read.error);
  }
}

/** Two keys, counted; then the entry is called off, so there is never a PIN. */
export async function testPinPad(pad: PinPad, timers: Timers, signal: AbortSignal): Promise<TestOutcome> {
  const enough = new AbortController();
  let keys = 0;
  const entry = await whileAHandMayCome(timers, signal, (hand) =>
    pad.enterPin(
      {
        minDigits: 4,
        maxDigits: 12,
        accountNumber: NO_ACCOUNT,
        onKey: (count) => {
          keys = Math.max(keys, count);
          if (keys >= KEYS_TO_SEE) enough.abort();
        },
      },
      AbortSignal.any([hand, enough.signal]),
    ),
  );
  if (keys >= KEYS_TO_SEE) return passed({ keys });
  if (entry.ok || entry.error.kind === 'aborted' || entry.error.kind === 'timed-out')
    return { outcome: 'not-seen', code: 'nothing-typed', facts: { keys } };
  return ofTrouble(entry.error);
}

/** How long the code was and of what; the code itself goes nowhere. */
export async function testScanner(
  scanner: CodeScanner,
  timers: Timers,
  signal: AbortSignal,
): Promise<TestOutcome> {
  const scanned = await whileAHandMayCome(timers, signal, (hand) => scanner.scan(hand));
  if (!scanned.ok) return ofTrouble(scanned.error);
  return passed({
    length: scanned.value.length,
    content: /^\d*$/.test(scanned.value) ? 'digits' : 'text',
  });
}
