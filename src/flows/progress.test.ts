import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { day } from '../calendar/calendar-day.ts';
import { parsePolicyPack } from '../policy/policy-pack.ts';
import { err, ok } from '../result.ts';
import { memoryKit } from './memory/memory-kit.ts';
import { serviceAtTheScreen } from './memory/service-at-the-screen.ts';
import { verifiedResident } from './memory/verified-resident.ts';
import { progress } from './progress.ts';

const TODAY = day('2026-11-22');
const loaded = parsePolicyPack(readFileSync('assets/policy/hainan.json', 'utf8'));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
const POLICY = loaded.value;
const OUTLET = POLICY.application.collectionOutlets[0]!;

const APPLICATION = {
  number: 'A-7',
  purpose: 'application',
  acceptedOn: day('2026-11-02'),
  step: 'ready',
  failure: null,
  readyBy: day('2026-12-14'),
  collectBy: day('2027-05-21'),
  outlet: OUTLET.id,
} as const;

async function look(prepare: (world: ReturnType<typeof memoryKit>['world']) => void) {
  const { kit, world } = memoryKit(POLICY, Date.UTC(2026, 10, 22, 4));
  prepare(world);
  const screen = serviceAtTheScreen(kit, 'progress', progress(kit), {
    ...verifiedResident(TODAY),
    card: null,
  });
  await screen.settle();
  return screen;
}

it('PROG-1 shows each application with its step, and where it is ready until when, by the name of the place', async () => {
  const screen = await look((world) => {
    world.residentApplications = ok({ applications: [APPLICATION] });
  });
  const { outlet: _, ...shown } = APPLICATION;
  expect(screen.on('applications').applications).toEqual([{ ...shown, place: OUTLET.name }]);
  await screen.touch({ type: 'finish' });
  expect(screen.ending()).toEqual({ kind: 'seen' });
  expect(screen.held()).not.toContain('A-7');
});

it('PROG-2 says what stopped it', async () => {
  const screen = await look((world) => {
    world.residentApplications = ok({
      applications: [
        { ...APPLICATION, step: 'identity-check', failure: 'name-mismatch', outlet: 'elsewhere' },
      ],
    });
  });
  expect(screen.on('applications').applications[0]).toMatchObject({
    failure: 'name-mismatch',
    place: 'elsewhere',
  });
});

it('PROG-1 nothing applied for is an answer too', async () => {
  const screen = await look(() => undefined);
  expect(screen.on('applications').applications).toEqual([]);
});

it.each([
  [{ kind: 'link-down' }, 'link-down'],
  [{ kind: 'refused-to-answer', code: 'x' }, 'authority-refused-to-answer'],
] as const)('PROG-1 %j ends honestly', async (error, what) => {
  const screen = await look((world) => {
    world.residentApplications = err(error);
  });
  expect(screen.ending()).toEqual({ kind: 'trouble', what, nothingChanged: true });
});
