import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tilesOf } from '../../../../src/flows/tiles.ts';
import { parsePolicyPack } from '../../../../src/policy/policy-pack.ts';
import { deviceStates } from '../../flow-kit.ts';
import { newFolder, storeIn } from '../../test-kiosk.ts';
import { VirtualClock } from '../../virtual-clock.ts';
import { createServiceDoor } from './service-door.ts';

const pack = parsePolicyPack(readFileSync('assets/policy/hainan.json', 'utf8'));
if (!pack.ok) throw new Error('the pack of Hainan is not right');
const policy = pack.value;

function bench(folder = newFolder()) {
  const clock = new VirtualClock();
  const store = storeIn(folder, clock);
  let changes = 0;
  const door = createServiceDoor({
    store,
    policy,
    clock,
    changed: () => {
      changes += 1;
    },
  });
  const tile = (service: string) =>
    tilesOf(policy, {
      devices: deviceStates({
        statusOf: (deviceClass) => ({
          device: deviceClass,
          deviceClass,
          state: 'noDevice',
          code: null,
          recovering: false,
        }),
      }),
      paper: false,
      blanks: 0,
      binRoom: false,
      linkUp: false,
      revoked: false,
      closed: false,
      closedServices: new Set(store.closedServices.all().map((one) => one.service)),
      closedByCentre: new Set(),
      checksReceipts: false,
    }).find((one) => one.service === service);
  const told = () =>
    store.audit
      .all()
      .filter(({ event }) => event.startsWith('service-'))
      .map(({ event, detail }) => `${event} ${detail.service} ${detail.reason ?? ''}`.trim());
  return { store, door, tile, told, changes: () => changes, folder };
}

describe('closing single services', () => {
  it('INV-8 the tile says at once that a technician closed it, before any other reason, and no longer after', () => {
    const { door, tile, told, changes } = bench();
    expect(tile('swap')?.reason).not.toBe('closed-by-technician');
    door.close('swap', 'device-fault', 'T-0417');
    expect(tile('swap')).toMatchObject({ available: false, reason: 'closed-by-technician' });
    expect(tile('outlets')?.available).toBe(true);
    door.close('swap', 'device-fault', 'T-0417');
    door.open('swap', 'T-0417');
    door.open('swap', 'T-0417');
    expect(tile('swap')?.reason).not.toBe('closed-by-technician');
    expect(told()).toEqual(['service-closed swap device-fault', 'service-opened swap']);
    expect(changes()).toBe(2);
  });

  it('stays closed through a power cut, with its first moment', () => {
    const first = bench();
    first.door.close('apply', 'trial', 'T-0417');
    first.door.close('apply', 'office-asked', 'T-0981');
    const [before] = first.door.closed();
    first.store.close();
    const second = bench(first.folder);
    expect(second.door.closed()).toEqual([
      { service: 'apply', reason: 'office-asked', since: before?.since },
    ]);
    expect(second.tile('apply')?.reason).toBe('closed-by-technician');
  });

  it('offers what the policy has at this kiosk', () => {
    const { door } = bench();
    const enabled = policy.services.filter((one) => one.enabled).map(({ service }) => service);
    expect(door.services()).toEqual(enabled);
  });
});
