import { beforeEach, describe, expect, it } from 'vitest';
import {
  newKey,
  newOfficeKeys,
  type OfficeKey,
  type OfficeKeys,
  rootOf,
  signed,
} from '../../../src/configuration/memory/offices.ts';
import type { SignedStatement } from '../../../src/contracts/configuration/keys.ts';
import { newFolder, storeIn } from '../test-kiosk.ts';
import { VirtualClock } from '../virtual-clock.ts';
import { TrustKeeper } from './trust-keeper.ts';

let store: ReturnType<typeof storeIn>;
let chain: SignedStatement[];
const text = (version: number) => JSON.stringify(chain[version - 1]);

/** A kiosk that was shipped with root 1 and has followed the others. */
beforeEach(async () => {
  store = storeIn(newFolder(), new VirtualClock());
  let keys: OfficeKeys = await newOfficeKeys();
  chain = [await signed(rootOf(keys, 1), keys.root)];
  for (let version = 2; version <= 4; version += 1) {
    const before: readonly OfficeKey[] = keys.root;
    keys = { ...keys, root: [...before.slice(1), await newKey(`office ${version}`)] };
    chain.push(await signed(rootOf(keys, version), [...before, ...keys.root.slice(-1)]));
  }
  const keeper = new TrustKeeper(store);
  expect([await keeper.begin(text(1)), await keeper.follow(chain.slice(1))]).toEqual([null, null]);
  expect(keeper.root.version).toBe(4);
});

async function standsOn(shipped: number): Promise<number> {
  const keeper = new TrustKeeper(store);
  expect(await keeper.begin(text(shipped))).toBeNull();
  return keeper.root.version;
}

describe('the root a kiosk stands on', () => {
  it('INV-7 is the newest it followed, also with newer software', async () => {
    expect([await standsOn(1), await standsOn(3), await standsOn(4)]).toEqual([4, 4, 4]);
  });

  it('INV-8 is the one before a gap on its disk, and the centre fills the gap', async () => {
    store.configuration.roots.add([{ version: 3, statement: 'somebody else wrote this' }]);
    const keeper = new TrustKeeper(store);
    await keeper.begin(text(1));
    expect(keeper.root.version).toBe(2);
    expect(await keeper.follow(chain.slice(2))).toBeNull();
    expect([keeper.root.version, await standsOn(1)]).toEqual([4, 4]);
  });

  it('INV-7 is none that this kiosk sealed itself and the offices did not sign', async () => {
    const strangers = await newOfficeKeys();
    const statement = JSON.stringify(await signed(rootOf(strangers, 5), strangers.root));
    store.configuration.roots.add([{ version: 5, statement }]);
    expect(await standsOn(1)).toBe(4);
  });
});
