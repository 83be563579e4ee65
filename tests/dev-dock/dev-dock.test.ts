import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { claimSlots } from '../../drivers/virtual/social-card/slot-claim.ts';
import { wallTimers } from '../../drivers/wall-timers.ts';
import type { View } from '../../src/contracts/view.ts';
import { isOpen, SCREEN_WITHIN_MS, says, tileOf } from '../healing/screenless-resident.ts';
import { dockBench } from './dock-bench.ts';

const registry = z.object({
  residents: z.array(
    z.object({ id: z.string(), cards: z.array(z.object({ financial: z.string().nullable() })) }),
  ),
});

const bench = dockBench();
const until = (right: (view: View) => boolean) => bench.kiosk.until(right, SCREEN_WITHIN_MS);

describe('the dev dock', { timeout: 60_000 }, () => {
  beforeEach(() => bench.resident.atHome());

  it('lists people, faults and crash points, and what is not as on a kiosk', async () => {
    const catalogue = await (await bench.ask('/api/catalogue')).answer.json();
    expect(catalogue.residents).toHaveLength(bench.world.residents.length);
    expect(catalogue).toMatchObject({
      notes: bench.world.hardware.notes,
      reader: bench.world.hardware.socialCards.reader,
      crashPoints: expect.arrayContaining(['activation-after-call']),
    });
  });

  it('chooses a resident and a camera, and shows portraits', async () => {
    expect(await bench.act('resident', { residentId: 'activate-2.0' })).toMatchObject({
      residentId: 'activate-2.0',
    });
    expect(await bench.act('camera', { camera: 'resident-still' })).toMatchObject({
      camera: 'resident-still',
    });
    const { type, answer } = await bench.ask('/api/portraits/activate-2.0.jpg');
    expect(type).toBe('image/jpeg');
    expect([...new Uint8Array(await answer.arrayBuffer()).slice(0, 2)]).toEqual([0xff, 0xd8]);
  });

  it('lays an ID card on, unplugs the reader and plugs it in, breaks and mends it', async () => {
    expect(await bench.act('id-card/lay', { residentId: 'activate-2.0' })).toMatchObject({
      laidResidentId: 'activate-2.0',
    });
    expect(bench.world.hardware.idCardReader.card).not.toBeNull();
    expect(await bench.act('id-card/lift')).toMatchObject({ laidResidentId: null });
    expect(bench.world.hardware.idCardReader.card).toBeNull();
    expect(await bench.act('id-card/unplug')).toMatchObject({ idReaderPluggedIn: false });
    await bench.act('id-card/unplug');
    await until(says('apply', 'id-card-reader-down'));
    expect(await bench.act('id-card/plug-in')).toMatchObject({ idReaderPluggedIn: true });
    await until(isOpen('apply'));
    await bench.act('id-card/fault', { fault: 'mute', times: 'always' });
    await until(says('apply', 'id-card-reader-down'));
    await bench.act('id-card/mend');
    await until(isOpen('apply'));
  });

  it.each([
    [{ card: 'own' }, 'social-security', 'activate-3.0'],
    [{ card: 'upside-down' }, 'mute', 'upside-down'],
    [{ card: 'bank-card' }, 'bank-only', 'bank-card'],
    [{ card: 'nonsense', faults: { silentFromApdu: 3 } }, 'nonsense', 'nonsense'],
  ])('inserts %o and pulls it', async (request, kind, told) => {
    await bench.act('resident', { residentId: 'activate-3.0' });
    expect(await bench.act('social-card/insert', request)).toMatchObject({
      insertedCard: told,
      socialCard: { card: kind },
    });
    expect(await bench.act('social-card/pull')).toMatchObject({
      insertedCard: null,
      socialCard: { card: null },
    });
  });

  it('breaks the PIN pad and mends it, and pulls its cable', async () => {
    expect(await bench.act('pin-pad/fault', { fault: 'mute', always: true })).toMatchObject({
      pinPad: { faults: ['mute'] },
    });
    await bench.act('pin-pad/disconnect');
    await until(says('activate', 'pin-pad-down'));
    expect(await bench.act('pin-pad/mend')).toMatchObject({ pinPad: { faults: [], state: 'online' } });
    await until(isOpen('activate'));
  });

  it('breaks the printer and mends it', async () => {
    expect(await bench.act('printer/fault', { fault: 'paper-out' })).toMatchObject({
      printer: { stopped: true, faults: ['paper-out'] },
    });
    await bench.act('printer/fault', { fault: 'cover-open' });
    await until((view) => tileOf(view, 'apply')?.notice === 'no-paper');
    expect(await bench.act('printer/mend', { fault: 'cover-open' })).toMatchObject({
      printer: { faults: ['paper-out'] },
    });
    expect(await bench.act('printer/mend')).toMatchObject({ printer: { stopped: false, faults: [] } });
    await until((view) => tileOf(view, 'apply')?.notice === null);
  });

  it('cuts the link and restores it', async () => {
    await bench.resident.leave();
    expect(await bench.act('link', { up: false })).toMatchObject({ linkUp: false });
    bench.kiosk.touch({ type: 'start' });
    await until(says('activate', 'link-down'));
    expect(await bench.act('link', { up: true })).toMatchObject({ linkUp: true });
    await until(isOpen('activate'));
  });

  it('kills core now, or at a crash point', async () => {
    const down = bench.kiosk.down();
    await bench.act('core/kill', { at: 'now' });
    await down;
    expect(bench.kiosk.shown).toBeNull();
    await bench.resident.atHome();
    await bench.act('core/kill', { at: 'activation-after-intent' });
    expect(readFileSync(join(bench.world.folder, 'crash-point'), 'utf8')).toBe('activation-after-intent');
    bench.world.crashAt('');
  });

  it('shows the text messages of the centre', async () => {
    const { resident, kiosk } = bench;
    await resident.toTheFace('apply', 'apply-plain-1');
    resident.showFace();
    await resident.screen('details');
    kiosk.touch({ type: 'confirm' });
    await resident.screen('mobile');
    const { mobile } = bench.world.resident('apply-plain-1');
    kiosk.touch({ type: 'enter-mobile', mobile: mobile as never });
    await resident.screen('sms-code');
    expect((await bench.state()).messages[0]).toMatchObject({
      mobile,
      text: expect.stringMatching(/\d{6}/),
    });
    await resident.leave();
  });

  it('types at the pad in a whole activation: operation, receipt; a failure of the centre', async () => {
    const { resident, world } = bench;
    const before = await bench.state();
    await bench.act('resident', { residentId: 'activate-3.0' });
    await resident.toTheFace('activate', 'activate-3.0');
    resident.showFace();
    await resident.screen('present-social-card');
    await bench.act('social-card/insert', { card: 'own' });
    await world.hardware.pinPad.waitForEntry();
    expect(await bench.act('pin-pad/press', { key: '7' })).toMatchObject({
      pinPad: { waitsForKeys: true, digits: 1 },
    });
    await bench.act('pin-pad/press', { key: 'clear' });
    await bench.act('pin-pad/type', { pin: '739514' });
    await until((view) => view.screen === 'pin' && view.round === 'again');
    await world.hardware.pinPad.waitForEntry();
    await bench.act('pin-pad/type', { pin: '739514' });
    await resident.screen('balance-sms');
    bench.kiosk.touch({ type: 'choose-balance-sms', wanted: true });
    await resident.screen('check-answers');
    // The answer is lost once; the kiosk asks, and it is done.
    const failing = { route: 'PUT /v1/operations/:key', mode: 'drop-after-effect' };
    await bench.act('central/fault', failing);
    bench.kiosk.touch({ type: 'submit' });
    await until(
      (view) => view.screen === 'receipt' && view.state === 'done-here' && view.paper === 'printed',
    );
    await bench.act('central/mend');
    const card = async () => {
      const { residents } = registry.parse(await world.central.residents());
      return residents.find(({ id }) => id === 'activate-3.0')?.cards[0]?.financial;
    };
    expect(await card()).toBe('active');
    const { operations, printer } = await bench.state();
    expect(operations).toBeGreaterThan(before.operations);
    expect(printer.receipts).toBe(before.printer.receipts + 1);
    const { type, answer } = await bench.ask('/api/receipts/0.png');
    expect(type).toBe('image/png');
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    bench.kiosk.touch({ type: 'finish' });
    await bench.act('social-card/pull');
    await bench.act('id-card/lift');
    await resident.screen('ended');
    bench.kiosk.touch({ type: 'finish' });
    await bench.act('central/reset');
    expect(await card()).toBe('locked');
  });

  it('kills pcscd and starts it', { timeout: 90_000 }, async ({ skip }) => {
    // Whoever holds the other reader as well is alone with pcscd; another test gives it back when it ends.
    const other = await claimSlots(1, 45_000, wallTimers);
    const direct = bench.world.hardware.socialCards.reader.startsWith('direct:');
    if (other === null || direct) return skip('another kiosk of this machine uses pcscd');
    try {
      await bench.act('pcscd/kill');
      await until(says('activate', 'social-card-reader-down'));
      expect(await bench.refused('pcscd/kill', {})).toEqual([409, 'not-possible']);
      await bench.act('pcscd/start');
      await until(isOpen('activate'));
    } finally {
      other.release();
    }
  });
});

describe('what the dev dock refuses', () => {
  it.each([
    ['resident', { residentId: 'nobody' }, 409],
    ['resident', {}, 400],
    ['camera', { camera: 'none' }, 400],
    ['id-card/lay', { residentId: 'nobody' }, 409],
    ['id-card/fault', { fault: 'on-fire' }, 400],
    ['id-card/fault', { fault: 'mute', times: 0 }, 400],
    ['social-card/insert', { card: 'own', residentId: 'apply-plain-1' }, 409],
    ['social-card/insert', { card: 'gold' }, 400],
    ['social-card/insert', { faults: { pullAtApdu: -1 } }, 400],
    ['pin-pad/press', { key: '11' }, 400],
    ['pin-pad/press', { key: '1' }, 409],
    ['pin-pad/type', { pin: 'abc' }, 400],
    ['pin-pad/type', { pin: '739514' }, 409],
    ['pin-pad/fault', { fault: 'sulks' }, 400],
    ['printer/fault', {}, 400],
    ['printer/mend', { fault: 'sulks' }, 400],
    ['link', { up: 'yes' }, 400],
    ['core/kill', { at: 'tea-time' }, 400],
    ['central/fault', { route: 'GET /v1/everything', mode: 'hold' }, 400],
    ['central/fault', { route: 'POST /v1/sms-codes', mode: 'sulk' }, 400],
    ['link', { up: true, extra: 1 }, 400],
    ['link', [true], 400],
    ['no-such-thing', {}, 404],
  ])('%s %o', async (path, body, status) => {
    const [told, code] = await bench.refused(path, body);
    expect([told, code]).toEqual([
      status,
      { 400: 'bad-request', 404: 'not-found', 409: 'not-possible' }[status],
    ]);
  });

  it('pictures of nobody, and JSON cut short', async () => {
    expect((await bench.ask('/api/portraits/nobody.jpg')).status).toBe(409);
    expect((await bench.ask('/api/receipts/99.png')).status).toBe(409);
    expect((await bench.ask('/api/receipts/x.png')).status).toBe(400);
    const headers = { 'content-type': 'application/json' };
    expect((await bench.ask('/api/link', { method: 'POST', headers, body: '{"up":' })).status).toBe(400);
  });

  it('another page, also one that has made a name of its own for this machine', async () => {
    const from = (origin: string) => bench.ask('/api/state', { headers: { origin } });
    expect((await from('http://elsewhere.test')).status).toBe(403);
    expect((await from(bench.url)).status).toBe(200);
  });
});
