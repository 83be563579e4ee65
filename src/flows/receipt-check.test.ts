import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CLAIM, receiptCodeBench } from '../../tests/receipt-codes/receipt-code-bench.ts';
import { RECEIPT_CODE_FAULTS } from '../contracts/receipt-code.ts';
import { parsePolicyPack } from '../policy/policy-pack.ts';
import type { ScannedCode } from '../ports/code-scanner.ts';
import { JUDGEMENTS } from '../receipt-code/receipt-verdict.ts';
import { err, ok } from '../result.ts';
import { memoryKit } from './memory/memory-kit.ts';
import { serviceAtTheScreen } from './memory/service-at-the-screen.ts';
import { progress } from './progress.ts';
import { tilesOf } from './tiles.ts';

const loaded = parsePolicyPack(readFileSync('assets/policy/hainan.json', 'utf8'));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
const POLICY = loaded.value;
const NOW = Date.UTC(2026, 10, 22, 4);
const [REFERENCE] = CLAIM;
const GENUINE = {
  reference: REFERENCE,
  state: 'accepted-not-yet-sent',
  service: 'certify',
  at: NOW - 3_600_000,
  pack: 'hainan 1',
  kioskId: 'kiosk-4f1a2b3c4d5e',
} as const;
const SENT = ok({
  known: true,
  steps: [{ kind: 'certification.submit', state: 'done', code: null, at: '2026-11-22T03:30:00.000Z' }],
});
/** Signed by somebody, as the code of a receipt looks; what the kiosk finds of it is the world's to say. */
const CODE = receiptCodeBench().code() as ScannedCode;

type World = ReturnType<typeof memoryKit>['world'];

async function begin(prepare: (world: World) => void = () => undefined) {
  const { kit, world } = memoryKit(POLICY, NOW);
  world.checksReceipts = true;
  prepare(world);
  const screen = serviceAtTheScreen(kit, 'progress', progress(kit), {
    language: 'zh-CN',
    identity: null,
    card: null,
  });
  await screen.settle();
  return { kit, world, screen };
}

async function scanned(prepare: (world: World) => void, code = CODE) {
  const at = await begin(prepare);
  if (at.screen.now().screen === 'choose') await at.screen.touch({ type: 'choose', value: 'receipt' });
  expect(at.screen.on('scan-code').wanted).toBe('receipt');
  at.world.codes.put(code);
  await at.screen.settle();
  return at;
}

describe('a receipt is checked without anybody saying who they are', () => {
  it('PROG-1 asks first: with the ID card, or with a receipt', async () => {
    const { screen } = await begin();
    expect(screen.on('choose').options.map(({ value }) => value)).toEqual(['id-card', 'receipt']);
    await screen.touch({ type: 'choose', value: 'id-card' });
    expect(screen.ending()).toEqual({ kind: 'identify', card: null });
  });

  it('ID-5 a kiosk that knows no root of trust goes on to the ID card at once', async () => {
    const { screen } = await begin((world) => {
      world.checksReceipts = false;
    });
    expect(screen.ending()).toEqual({ kind: 'identify', card: null });
  });

  it('INV-4 says that it is genuine, what it said, and where its request stands now', async () => {
    const { screen, world } = await scanned((w) => {
      w.receiptFound = ok(GENUINE);
      w.receiptCheck = SENT;
    });
    const { said, verdict, reference, stands } = screen.on('receipt-check');
    const { service, state, at, kioskId } = GENUINE;
    expect({ said, verdict, reference, stands }).toEqual({
      verdict: 'genuine',
      said: { service, state, at, kioskId },
      reference: REFERENCE,
      stands: { standing: 'done', at: Date.parse('2026-11-22T03:30:00.000Z') },
    });
    expect(world.audit).toEqual([{ event: 'receipt-checked', detail: { outcome: 'genuine', online: true } }]);
    await screen.touch({ type: 'finish' });
    expect(screen.ending()).toEqual({ kind: 'seen' });
    expect(screen.held()).not.toContain(REFERENCE);
  });

  it('INV-4 without a link it is still genuine, and nothing is claimed of today', async () => {
    const { screen, world } = await scanned((w) => {
      w.linkUp = false;
      w.receiptFound = ok(GENUINE);
      w.receiptCheck = SENT;
    });
    expect(screen.on('receipt-check')).toMatchObject({ verdict: 'genuine', stands: null });
    expect(world.audit.at(-1)?.detail).toEqual({ outcome: 'genuine', online: false });
  });

  it('INV-4 a centre that does not answer is no verdict on the receipt', async () => {
    const { screen } = await scanned((w) => {
      w.receiptFound = ok(GENUINE);
      w.receiptCheck = err({ kind: 'refused-to-answer', code: 'rate-limited' });
    });
    expect(screen.on('receipt-check')).toMatchObject({ verdict: 'genuine', stands: null });
  });

  it.each(RECEIPT_CODE_FAULTS)('%s is said; what is not ours is not asked about', async (fault) => {
    const { screen, world } = await scanned((w) => {
      w.receiptFound = err(fault);
      w.receiptCheck = SENT;
    });
    const view = screen.on('receipt-check');
    expect(view).toMatchObject({ verdict: fault, said: null });
    const foreign = JUDGEMENTS[fault] === 'not-ours';
    expect(view.reference).toBe(foreign ? null : REFERENCE);
    expect(view.stands === null).toBe(foreign);
    expect(world.audit.at(-1)?.detail).toEqual({ outcome: fault, online: !foreign });
  });

  it('a reference without a signature is no proof, and still leads to its request', async () => {
    const { screen } = await scanned((w) => {
      w.receiptCheck = SENT;
    }, REFERENCE as ScannedCode);
    expect(screen.on('receipt-check')).toMatchObject({
      verdict: 'unsigned',
      said: null,
      reference: REFERENCE,
      stands: { standing: 'done' },
    });
  });

  it('INV-6 the code and its receipt are forgotten with the next, and with the way back', async () => {
    const { screen, world } = await scanned((w) => {
      w.receiptFound = ok(GENUINE);
    });
    expect(JSON.stringify(world.audit)).not.toContain(REFERENCE);
    await screen.touch({ type: 'scan-code' });
    expect(screen.on('scan-code').problem).toBeNull();
    await screen.touch({ type: 'back' });
    expect(screen.on('choose').question).toBe('id-card-or-receipt');
    expect(screen.held()).not.toContain(GENUINE.kioskId);
  });
});

describe('true tiles', () => {
  it('INV-8 without a link the tile stays open for receipts, says so, and leads there at once', async () => {
    for (const break_ of [
      (world: World) => {
        world.linkUp = false;
      },
      (world: World) => {
        world.devices['id-card-reader'] = 'noDevice';
      },
    ]) {
      const { kit, screen } = await begin(break_);
      const tile = kit.tiles().find(({ service }) => service === 'progress');
      expect(tile).toMatchObject({ available: true, notice: 'receipts-only' });
      await screen.settle();
      screen.on('scan-code');
      await screen.touch({ type: 'back' });
      expect(screen.ending()).toEqual({ kind: 'seen' });
    }
  });

  it('INV-8 where receipts cannot be checked either, it is closed with its reason', () => {
    const { world } = memoryKit(POLICY, NOW);
    const tile = (checksReceipts: boolean) =>
      tilesOf(POLICY, {
        ...world,
        paper: true,
        linkUp: false,
        checksReceipts,
      }).find(({ service }) => service === 'progress');
    expect(tile(false)).toMatchObject({ available: false, reason: 'link-down' });
    expect(tile(true)).toMatchObject({ available: true, reason: null });
  });
});
