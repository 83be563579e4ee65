import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { KioskId } from '../../../src/brand.ts';
import { assignmentOf, newOfficeKeys, rootOf, signed } from '../../../src/configuration/memory/offices.ts';
import type { SignedStatement } from '../../../src/contracts/configuration/keys.ts';
import { newFolder, silentLog, storeIn } from '../test-kiosk.ts';
import { seededEntropy, VirtualClock } from '../virtual-clock.ts';
import { takeInAssignment } from './take-in-assignment.ts';
import type { UpdaterOptions } from './updater-options.ts';

it('INV-7 whatever is changed in an assignment on its way, the store stays as it is', async () => {
  const keys = await newOfficeKeys();
  const root = rootOf(keys, 1);
  const store = storeIn(newFolder());
  store.identity.enrolled('kiosk-1' as KioskId);
  const told: string[] = [];
  const options: UpdaterOptions = {
    store,
    client: { call: () => Promise.reject(new Error('nobody is asked')) },
    timers: new VirtualClock(),
    entropy: seededEntropy(1),
    log: silentLog,
    linkUp: () => true,
    place: null,
    shippedRoot: null,
    onStaged: () => undefined,
    onClosures: () => told.push('closures'),
    onOrder: () => undefined,
  };
  const closedServices = [
    { service: 'replace' as const, since: '2026-01-05T00:00:00Z', reason: 'wrong cards' },
  ];
  const sound = await signed(assignmentOf(5, []), keys.director);
  const next = await signed(assignmentOf(6, [], { closedServices }), keys.director);
  expect(await takeInAssignment(options, root, sound)).toBeNull();
  const before = store.configuration.assignments.newest();
  const parts = ['payload', 'protected', 'signature'] as const;
  const flip = (text: string, at: number, bit: number) => {
    const place = at % text.length;
    return (
      text.slice(0, place) + String.fromCharCode(text.charCodeAt(place) ^ (1 << bit)) + text.slice(place + 1)
    );
  };
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...parts), fc.nat(), fc.nat(6), async (part, at, bit) => {
      const [by] = next.signatures;
      if (!by) throw new Error('the director signed');
      const changed: SignedStatement =
        part === 'payload'
          ? { ...next, payload: flip(next.payload, at, bit) }
          : { ...next, signatures: [{ ...by, [part]: flip(by[part], at, bit) }] };
      expect(await takeInAssignment(options, root, changed)).toMatch(/damaged|signature/);
      expect(store.configuration.assignments.newest()).toEqual(before);
    }),
    { numRuns: 200 },
  );
  expect(told).toEqual([]);
  expect(await takeInAssignment(options, root, next)).toBeNull();
  expect(told).toEqual(['closures']);
});
