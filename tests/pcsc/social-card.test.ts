import { afterAll, describe, expect, it } from 'vitest';
import { createSocialCardReader } from '../../drivers/social-card/social-card-reader.ts';
import { claimSlots } from '../../drivers/virtual/social-card/slot-claim.ts';
import { startVirtualCardSlot } from '../../drivers/virtual/social-card/slot-process-controller.ts';
import { wallTimers } from '../../drivers/wall-timers.ts';
import { pcscdForTests } from './pcscd.ts';

const pcscd = await pcscdForTests();
const claimed = pcscd === null ? null : await claimSlots(1, 5_000, wallTimers);
afterAll(async () => {
  claimed?.release();
  await pcscd?.stop();
});

const card = (specVersion: '1.00' | '2.00' | '3.00') =>
  ({
    kind: 'social-security',
    specVersion,
    algorithm: specVersion === '3.00' ? '03' : '01',
    cardId: '460100D156000005A1B2C3D4E5F60718',
    number: 'T00000001',
    issuedOn: '20240105',
    expiresOn: '20340105',
    holder: {
      socialSecurityNumber: '460199199001010029',
      name: '试验甲',
      sex: '2',
      ethnicGroup: '19',
      birthPlace: '460199',
      birthDate: '19900101',
    },
    accountNumber: '6217990000000000014',
  }) as const;

describe.skipIf(claimed === null)('social security card reader on pcscd', () => {
  it('reads 1.00, 2.00 and 3.00, tells a pulled and a silent card, and reads the next one', {
    timeout: 20_000,
  }, async () => {
    const signal = AbortSignal.timeout(19_000);
    const slot = await startVirtualCardSlot({ kind: 'vpcd', slot: claimed?.slots[0] ?? 0 });
    if (!slot.ok) throw new Error(slot.error.message);
    const made = createSocialCardReader({
      reader: slot.value.reader,
      timers: wallTimers,
      apduDeadlineMs: 500,
    });
    if (!made.ok) throw new Error(made.error.message);
    const read = async (...put: Parameters<typeof slot.value.insert>) => {
      await slot.value.insert(...put);
      await made.value.waitForCard(signal);
      const reading = await made.value.readWithoutKeys(signal);
      await slot.value.pull();
      await made.value.waitForRemoval(signal);
      return reading;
    };
    try {
      expect(await made.value.open()).toEqual({ ok: true, value: undefined });
      for (const version of ['1.00', '2.00', '3.00'] as const) {
        expect(await read(card(version))).toMatchObject({ ok: true, value: { specVersion: version } });
      }
      expect(await read(card('2.00'), { pullAtApdu: 7 })).toEqual({
        ok: false,
        error: { kind: 'card-removed' },
      });
      expect(await read(card('2.00'), { silentFromApdu: 5 })).toEqual({ ok: false, error: { kind: 'mute' } });
      expect(await read(card('2.00'))).toMatchObject({ ok: true, value: { name: '试验甲' } });
    } finally {
      await made.value.close();
      await slot.value.stop();
    }
  });
});
