import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { KioskPage } from '../../../scripts/world/kiosk-page.ts';
import { accounted } from '../accounts.ts';
import { atTheService, expectReceipt, leave } from '../card-journeys.ts';
import { identify, leave as leaveInTheMiddle, submit } from '../journeys.ts';
import { kioskWorld, personalOf, session } from '../kiosk-test.ts';
import { auditFromNow, comeIn, goOut, reported, seen, touchAct, visit } from '../technician.ts';
import { beginTask, hands } from '../technician-tasks.ts';

const world = kioskWorld({ blanks: 40, cards: 'direct' });
const TECHNICIAN = 'T-0417';
const RESIDENT = 'benefits-receiver';
const CLOSED = 'loss';

it('INV-3 replace a reader: another model is found, proves itself, is written down, and reads after the restart without a new sign-in', async () => {
  const audited = auditFromNow(world());
  const { idReaderWindow } = world().hardware;
  await accounted(world(), {}, async () => {
    await visit(world(), async (kiosk) => {
      await comeIn(world(), kiosk, TECHNICIAN);
      await beginTask(kiosk, 'replace-device');
      const task = hands(kiosk, 'replace-device');
      await task.chooses('choose-device', 'id-card-reader');
      await task.at('take-out');
      await kiosk.doBeside(() => idReaderWindow.unplug('first'));
      await task.did('take-out');
      await task.did('plug-in');
      await task.at('choose-found');
      await task.chooses('choose-found', '0');
      await reported(kiosk);
      await touchAct(kiosk, 'resume-task', 'replace-device');
      await task.ends();
      await goOut(kiosk);
    });
    await session(world(), { residentId: RESIDENT, faceSeen: true }, async (kiosk) => {
      await identify(world(), kiosk, 'certify', RESIDENT);
      await kiosk.screen('who-you-are');
      expect(idReaderWindow.reader('spare').card).not.toBeNull();
      await leaveInTheMiddle(world(), kiosk);
    });
  });
  expect(audited('device-replaced')).toMatchObject([
    { device: 'id-card-reader', driver: 'sam-v', technician: TECHNICIAN },
  ]);
  expect(audited('technician-signed-in')).toHaveLength(1);
  expect(JSON.stringify(readTable())).toContain(idReaderWindow.uri('spare'));
});

const readTable = (): unknown => JSON.parse(readFileSync(join(world().folder, 'devices.json'), 'utf8'));

/** What the centre's own command reads in a file that a stick brought, line by line. */
function openedAtTheCentre(file: string): { kind: string; [field: string]: unknown }[] {
  const opened = spawnSync(
    process.execPath,
    ['central/open-export.ts', file, join(world().folder, 'central')],
    {
      encoding: 'utf8',
    },
  );
  expect(opened.stderr).toBe('');
  return opened.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

it('INV-3, INV-6 export: logs and audit on a stick, sealed for the centre, which opens them; nothing in them is personal', async () => {
  const { usbStick } = world();
  await accounted(world(), {}, async () => {
    await session(world(), { residentId: RESIDENT, faceSeen: true }, async (kiosk) => {
      await atTheService(world(), kiosk, 'certify', RESIDENT);
      await submit(kiosk);
      await expectReceipt(world(), kiosk, { state: 'done-here' });
      await leave(world(), kiosk);
    });
    await visit(world(), async (kiosk) => {
      await comeIn(world(), kiosk, TECHNICIAN);
      await beginTask(kiosk, 'export-logs');
      const task = hands(kiosk, 'export-logs');
      await task.did('put-stick');
      await task.at('no-stick');
      await kiosk.doBeside(() => usbStick.plugIn());
      await task.chooses('no-stick', 'again');
      await task.did('take-stick');
      await kiosk.doBeside(() => usbStick.pull());
      await task.ends();
      await goOut(kiosk);
    });
  });
  expect(usbStick.files).toHaveLength(1);
  const file = join(usbStick.folder, usbStick.files[0] ?? '');
  const sealed = readFileSync(file, 'utf8');
  const lines = openedAtTheCentre(file);
  const plain = JSON.stringify(lines);
  expect(lines[0]).toMatchObject({ kind: 'export', technician: TECHNICIAN });
  expect([...new Set(lines.map(({ kind }) => kind))].toSorted()).toEqual([
    'audit',
    'export',
    'log',
    'readiness',
  ]);
  expect(plain).toContain('"technician-signed-in"');
  expect(sealed).not.toContain('technician-signed-in');
  for (const canary of personalOf(world().resident(RESIDENT))) {
    expect(sealed).not.toContain(canary);
    expect(plain).not.toContain(canary);
  }
});

/** Takes a service out of use, or puts it back: the second answer says which. */
async function setService(
  kiosk: KioskPage,
  answers: readonly (readonly ['choose-reason' | 'sure', string])[],
) {
  await comeIn(world(), kiosk, TECHNICIAN);
  await beginTask(kiosk, 'close-service');
  const task = hands(kiosk, 'close-service');
  await task.chooses('choose-service', CLOSED);
  for (const [step, value] of answers) await task.chooses(step, value);
  await task.ends();
  await goOut(kiosk);
}

it('INV-3 take one service out of use with a reason: its tile says so, the others work; then it is back', async () => {
  const audited = auditFromNow(world());
  await accounted(world(), {}, async () => {
    await visit(world(), async (kiosk) => {
      await setService(kiosk, [
        ['choose-reason', 'office-asked'],
        ['sure', 'close'],
      ]);
      await kiosk.touch('start');
      await kiosk.screen('home');
      const { home } = await kiosk.words();
      const tile = kiosk.page.locator(`.tile.off[data-service="${CLOSED}"]`);
      expect(await tile.textContent()).toContain(home.reasons['closed-by-technician']);
      await seen(kiosk, 'button.tile[data-service="certify"]');
      await leaveInTheMiddle(world(), kiosk);
      await setService(kiosk, [['sure', 'open-again']]);
      await kiosk.touch('start');
      await kiosk.screen('home');
      await seen(kiosk, `button.tile[data-service="${CLOSED}"]`);
      await leaveInTheMiddle(world(), kiosk);
    });
  });
  const facts = { service: CLOSED, technician: TECHNICIAN };
  expect(audited('service-closed')).toEqual([{ ...facts, reason: 'office-asked' }]);
  expect(audited('service-opened')).toEqual([facts]);
});
