import { createPublicKey, verify } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FramedCabinetBoard } from '../../drivers/cabinet-board/framed-cabinet-board.ts';
import { SamIdCardReader } from '../../drivers/id-card/sam-id-card-reader.ts';
import { SideChannelPortraitDecoder } from '../../drivers/id-card/side-channel-portrait-decoder.ts';
import { createSocialCardReader } from '../../drivers/social-card/social-card-reader.ts';
import { createTransport } from '../../drivers/transport/create-transport.ts';
import { parseTransport } from '../../drivers/transport/transport-address.ts';
import { systemTimers } from '../../main/core/clock.ts';
import { readCoreConfig } from '../../main/core/core-config.ts';
import { cardKeyOf, type WorldTechnician } from '../../scripts/world/technicians.ts';
import { kiosklessBench } from './kioskless-bench.ts';

const never = new AbortController().signal;
const bench = kiosklessBench();

const transport = (uri: string) => {
  const parsed = parseTransport(uri);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return createTransport(parsed.value, systemTimers);
};

/** As the kiosk verifies it, with the key that the list has. */
const signedBy = (technician: WorldTechnician, challenge: Uint8Array, signature: string): boolean => {
  const { x, y } = cardKeyOf(technician);
  const key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
  const message = Buffer.concat([Buffer.from('yikatong-maintenance-1'), challenge]);
  return verify('sha256', message, { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'hex'));
};

describe("a technician's hands in the dock", { timeout: 60_000 }, () => {
  it('puts in the card of the first and of the second person, and a false one', async () => {
    const made = createSocialCardReader({
      reader: bench.world.hardware.socialCards.reader,
      timers: systemTimers,
    });
    if (!made.ok) throw new Error(made.error.message);
    const reader = made.value;
    const challenge = new Uint8Array(32).fill(7);
    for (const body of [
      { technician: 'T-0417' },
      { technician: 'T-0981' },
      { technician: 'T-0417', signs: 'something-else' },
    ] as const) {
      expect(await bench.act('technician/insert-card', body)).toMatchObject({
        insertedCard: body.technician,
        socialCard: { card: 'technician' },
      });
      const told = await reader.authenticateTechnician(challenge, never);
      expect(told).toMatchObject({ ok: true, value: { technician: body.technician } });
      const isTrue = told.ok && signedBy(body.technician, challenge, told.value.signature);
      expect(isTrue).toBe(!('signs' in body));
    }
    expect(await bench.act('social-card/pull')).toMatchObject({ insertedCard: null });
    expect(await bench.refused('technician/insert-card', { technician: 'T-9999' })).toEqual([
      400,
      'bad-request',
    ]);
    await reader.close();
  });

  it('tells PIN and one-time code of every technician', async () => {
    const { technicians } = await (await bench.ask('/api/catalogue')).answer.json();
    const { oneTimeCodes } = await bench.state();
    expect(oneTimeCodes.map(({ technician }) => technician)).toEqual(
      technicians.map(({ id }: { id: string }) => id),
    );
    for (const { code } of oneTimeCodes) expect(code).toMatch(/^\d{6}$/);
  });

  it('opens the door, cuts the mains and breaks the board, as its driver sees it', async () => {
    const board = new FramedCabinetBoard({
      transport: transport(bench.world.hardware.cabinet.uri),
      timers: systemTimers,
    });
    expect((await board.open()).ok).toBe(true);
    const before = await board.status();
    if (!before.ok) throw new Error(before.error.message);
    const told = board.nextChange(before.value, never);
    expect(await bench.act('cabinet-board/door', { open: true })).toMatchObject({
      cabinet: { door: 'open', kiosks: 1 },
    });
    expect(await told).toMatchObject({ value: { door: 'open' } });
    await bench.act('cabinet-board/mains', { on: false, batteryPercent: 70 });
    await bench.act('cabinet-board/speaker', { present: false });
    expect(await board.status()).toMatchObject({
      value: { power: 'battery', batteryPercent: 70, speaker: 'missing' },
    });
    expect((await board.setLamp('receipt', 'blink')).ok).toBe(true);
    expect(await bench.state()).toMatchObject({ cabinet: { lamps: { receipt: 'blink' }, faults: [] } });
    await bench.act('cabinet-board/fault', { fault: 'mute' });
    expect(await board.status()).toMatchObject({ error: { code: 'timeout' } });
    expect(await bench.act('cabinet-board/mend')).toMatchObject({ cabinet: { faults: [] } });
    expect((await board.status()).ok).toBe(true);
    await board.close();
  });

  it('changes the ID card reader for one of another make, with the decoder that stays', async () => {
    const { idReaderWindow } = bench.world.hardware;
    const spare = new SamIdCardReader({
      transport: transport((await bench.state()).spareIdReader.address),
      timers: systemTimers,
      decoder: new SideChannelPortraitDecoder('127.0.0.1', idReaderWindow.pictures.port, systemTimers),
    });
    expect((await spare.open()).ok).toBe(true);
    expect(await spare.samId()).toEqual({ ok: true, value: '05.01-20240305-0000007788-123456789' });
    await bench.act('id-card/lay');
    expect(idReaderWindow.reader('spare').card).toBeNull();
    await bench.act('id-card/lift');
    expect(await bench.act('id-card/cable', { reader: 'first', pluggedIn: false })).toMatchObject({
      idReaderPluggedIn: false,
      spareIdReader: { pluggedIn: true },
    });
    await bench.act('id-card/lay');
    expect((await spare.waitForCard(never)).ok).toBe(true);
    expect(await spare.read(never)).toMatchObject({
      ok: true,
      value: { portrait: { mediaType: 'image/jpeg' } },
    });
    await bench.act('id-card/lift');
    await spare.close();
    expect(await bench.act('id-card/plug-in')).toMatchObject({ idReaderPluggedIn: true });
    expect(await bench.act('id-card/cable', { reader: 'spare', pluggedIn: false })).toMatchObject({
      spareIdReader: { pluggedIn: false },
    });
    await bench.act('id-card/cable', { reader: 'spare', pluggedIn: true });
  });

  it('plugs a stick in where core looks for one, and keeps what was written on it', async () => {
    const { usbStick, coreFile } = bench.world;
    const config = readCoreConfig(coreFile);
    expect(config).toMatchObject({ value: { stickRoots: [usbStick.root], sticksAreFolders: true } });
    expect(await bench.act('usb-stick', { in: true })).toMatchObject({ usbStick: { in: true, files: [] } });
    writeFileSync(join(usbStick.folder, 'export.bin'), 'written');
    expect(await bench.act('usb-stick', { in: false })).toMatchObject({
      usbStick: { in: false, files: ['export.bin'] },
    });
    expect(existsSync(join(usbStick.root, 'TECHNICIAN'))).toBe(false);
    await bench.act('usb-stick', { in: true });
    expect(usbStick.files).toEqual(['export.bin']);
    await bench.act('usb-stick', { in: false });
  });
});
