import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type PolicyPack, parsePolicyPack } from '../policy/policy-pack.ts';
import type { ScannedCode } from '../ports/code-scanner.ts';
import { deviceTrouble } from '../ports/device-status.ts';
import { err, ok } from '../result.ts';
import { electronicCard } from './electronic-card.ts';
import { memoryKit } from './memory/memory-kit.ts';
import { serviceAtTheScreen } from './memory/service-at-the-screen.ts';

const loaded = parsePolicyPack(readFileSync('assets/policy/hainan.json', 'utf8'));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
const CHANNELS = loaded.value.electronicCard.channels;
const policyOf = (standsInForCard: boolean): PolicyPack => ({
  ...loaded.value!,
  electronicCard: { ...loaded.value!.electronicCard, standsInForCard },
});
const CODE = 'EC:0123456789' as ScannedCode;
const VALID = ok({
  result: 'valid',
  nameMasked: '试＊＊',
  cardNumberMasked: 'T0 ＊＊＊＊ 01',
  socialSecurity: 'normal',
  financial: 'locked',
} as const);

async function begin(
  prepare: (world: ReturnType<typeof memoryKit>['world'], kit: ReturnType<typeof memoryKit>['kit']) => void,
  { standsIn = true, language = 'zh-CN' as 'zh-CN' | 'en' } = {},
) {
  const { kit, world } = memoryKit(policyOf(standsIn), Date.UTC(2026, 10, 22, 4));
  prepare(world, kit);
  const screen = serviceAtTheScreen(kit, 'electronic-card', electronicCard(kit), {
    language,
    identity: null,
    card: null,
  });
  await screen.settle();
  return { world, screen };
}
const nothing = () => undefined;

describe('ECARD-1 how and where to get it', () => {
  it.each(['zh-CN', 'en'] as const)('ECARD-1 names the channels of the pack in %s', async (language) => {
    const { screen } = await begin(nothing, { language });
    const key = language === 'en' ? 'en' : 'zh';
    expect(screen.on('electronic-card').channels).toEqual(
      CHANNELS.map(({ name, note, url, hotline }) => ({ name: name[key], note: note[key], url, hotline })),
    );
    await screen.touch({ type: 'finish' });
    expect(screen.ending()).toEqual({ kind: 'seen' });
  });

  it('ECARD-2 a look at a code is offered where the pack allows it and the link is up', async () => {
    expect((await begin(nothing)).screen.on('electronic-card').canScan).toBe(true);
    const forbidden = await begin(nothing, { standsIn: false });
    const offline = await begin((world) => {
      world.linkUp = false;
    });
    for (const { screen } of [forbidden, offline]) {
      expect(screen.on('electronic-card').canScan).toBe(false);
      expect(screen.now().can).not.toContain('scan-code');
    }
  });
});

describe('ECARD-2 a code before camera or scanner', () => {
  it('ECARD-2 from the scanner: the card, what fits next, and no trace of the code', async () => {
    const { world, screen } = await begin((w) => {
      w.electronicCard = VALID;
    });
    await screen.touch({ type: 'scan-code' });
    expect(screen.on('scan-code').problem).toBeNull();
    world.codes.put(CODE);
    await screen.settle();
    expect(screen.on('card-view')).toMatchObject({ from: 'electronic-card', nameMasked: '试＊＊' });
    expect(world.codesChecked).toEqual([CODE]);
    expect(screen.held() + JSON.stringify(world.audit)).not.toContain(CODE);
    expect(world.audit).toEqual([{ event: 'electronic-card-checked', detail: { outcome: 'valid' } }]);
    await screen.touch({ type: 'choose-service', service: 'activate' });
    expect(screen.ending()).toEqual({ kind: 'go-on', service: 'activate' });
    expect(screen.held()).not.toContain('试＊＊');
  });

  it('ECARD-2 from the camera, also where there is no scanner or it fails', async () => {
    const without = await begin((world) => {
      world.electronicCard = VALID;
      world.machines = { ...world.machines, canScanCodes: false };
    });
    const broken = await begin((world, kit) => {
      world.electronicCard = VALID;
      Object.assign(kit.codeScanner, { scan: async () => err(deviceTrouble('gone', 'unplugged')) });
    });
    const crashed = await begin((world, kit) => {
      world.electronicCard = VALID;
      Object.assign(kit.codeScanner, { scan: () => Promise.reject(new Error('driver')) });
    });
    for (const { world, screen } of [without, broken, crashed]) {
      await screen.touch({ type: 'scan-code' });
      await screen.touch({ type: 'code-scanned', code: CODE });
      screen.on('card-view');
      expect(world.codesChecked).toEqual([CODE]);
      expect(screen.held()).not.toContain(CODE);
    }
  });

  it('ECARD-2 the code is not even held while the authority is asked by any machine', async () => {
    const { screen } = await begin((world, kit) => {
      world.electronicCard = VALID;
      Object.assign(kit.authority, { checkElectronicCard: () => new Promise(() => undefined) });
    });
    await screen.touch({ type: 'scan-code' });
    await screen.touch({ type: 'code-scanned', code: CODE });
    expect(screen.on('working').act).toBe('asking-authority');
    const held = JSON.parse(screen.held());
    const contexts: unknown[] = [];
    JSON.stringify(held, (key, value) => {
      if (key === 'context') contexts.push(value);
      return value;
    });
    expect(JSON.stringify(contexts)).not.toContain(CODE);
  });

  it.each(['expired', 'unknown'] as const)(
    'ECARD-2 a code that is %s is said, and may be shown again',
    async (result) => {
      const { world, screen } = await begin((w) => {
        w.electronicCard = ok({ result });
      });
      await screen.touch({ type: 'scan-code' });
      world.codes.put(CODE);
      await screen.settle();
      expect(screen.on('scan-code').problem).toBe(result);
      world.electronicCard = VALID;
      world.codes.put(CODE);
      await screen.settle();
      screen.on('card-view');
    },
  );

  it('ECARD-2 a camera that is down is said where there is no scanner; back leads to the channels', async () => {
    const { screen } = await begin((world) => {
      world.machines = { ...world.machines, canScanCodes: false };
    });
    await screen.touch({ type: 'scan-code' });
    await screen.touch({ type: 'camera-failed' });
    expect(screen.on('scan-code').problem).toBe('camera-down');
    await screen.touch({ type: 'back' });
    screen.on('electronic-card');
  });

  it('ECARD-2 a scanner without a camera says what is wrong with the code', async () => {
    const { world, screen } = await begin((w) => {
      w.electronicCard = ok({ result: 'unknown' });
    });
    await screen.touch({ type: 'scan-code' });
    await screen.touch({ type: 'camera-failed' });
    expect(screen.on('scan-code').problem).toBeNull();
    world.codes.put(CODE);
    await screen.settle();
    await screen.touch({ type: 'camera-failed' });
    expect(screen.on('scan-code').problem).toBe('unknown');
  });

  it('ECARD-2 the link goes while the code is checked: honest', async () => {
    const { world, screen } = await begin(nothing);
    await screen.touch({ type: 'scan-code' });
    world.linkUp = false;
    await screen.touch({ type: 'code-scanned', code: CODE });
    expect(screen.ending()).toMatchObject({ kind: 'trouble', what: 'link-down' });
    expect(world.audit.at(-1)?.detail).toEqual({ outcome: 'link-down' });
  });
});
