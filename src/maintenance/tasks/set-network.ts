import type { Network, NetworkInterface, NetworkSettings } from '../../ports/maintenance/network.ts';
import { type Guide, type TaskScript, taskDone, taskFailed } from '../guide.ts';
import { isFixedAddress, isGatewayOf, isNameServer } from '../ip-v4.ts';

type Leader = Guide<'set-network'>;

/**
 * Address, gateway and name server of one interface. What does not reach the centre is taken back by itself.
 *
 * - `choose-interface` where there are several: value and label are data, the note is the present address
 * - `choose-how`: `automatic`, `fixed`, `leave`; facts `interface`, `address`, `now` (`automatic` or `fixed`)
 * - `enter-address` with its prefix (`10.1.2.3/24`), `enter-gateway`, `enter-name-server`
 * - `not-reached`: `again`, `keep-anyway`, `give-up`; fact `why`: `not-reached` or NETWORK_TROUBLES. The settings
 *   before are in force while it is shown.
 * - `done`: facts `interface`, `outcome` (`kept`, `taken-back`, `left`); failed: `why`
 */
export const setNetwork =
  (network: Network): TaskScript<'set-network'> =>
  async (guide) => {
    const found = await guide.look('look', 10, (signal) => network.interfaces(signal));
    if ('why' in found) return taskFailed({ why: found.why });
    const chosen = await interfaceOf(guide, found);
    if (chosen === null) return taskFailed({ why: 'no-interface' });
    const { name } = chosen;
    for (;;) {
      const settings = await settingsFor(guide, chosen);
      if (settings === null) return taskDone({ interface: name, outcome: 'left' });
      const tried = await guide.act('try', 45, ({ signal }) =>
        network.try(name, settings, guide.technician, signal),
      );
      if ('outcome' in tried && tried.outcome === 'reached')
        return taskDone({ interface: name, outcome: 'kept' });
      const next = await guide.choose('not-reached', ['again', 'keep-anyway', 'give-up'], {
        why: 'why' in tried ? tried.why : tried.outcome,
      });
      if (next === 'give-up') return taskDone({ interface: name, outcome: 'taken-back' });
      if (next === 'again') continue;
      const kept = await guide.act('keep', 20, ({ signal }) =>
        network.keep(name, settings, guide.technician, signal),
      );
      return 'why' in kept
        ? taskFailed({ interface: name, why: kept.why })
        : taskDone({ interface: name, outcome: 'kept' });
    }
  };

async function interfaceOf(
  guide: Leader,
  found: readonly NetworkInterface[],
): Promise<NetworkInterface | null> {
  const [only] = found;
  if (!only || found.length === 1) return only ?? null;
  const name = await guide.choose(
    'choose-interface',
    found.map((one) => ({ value: one.name, label: one.name, note: one.address || null })),
  );
  return found.find((one) => one.name === name) ?? only;
}

/** null: everything stays as it is. */
async function settingsFor(guide: Leader, present: NetworkInterface): Promise<NetworkSettings | null> {
  const how = await guide.choose('choose-how', ['automatic', 'fixed', 'leave'], {
    interface: present.name,
    address: present.address,
    now: present.settings.how,
  });
  if (how === 'leave') return null;
  if (how === 'automatic') return { how };
  const fixed = present.settings.how === 'fixed' ? present.settings : null;
  const address = await guide.enter('enter-address', 'address', {
    longest: 18,
    value: fixed?.address ?? present.address,
    right: isFixedAddress,
  });
  const gateway = await guide.enter('enter-gateway', 'gateway', {
    longest: 15,
    value: fixed?.gateway ?? '',
    right: (text) => isGatewayOf(text, address),
  });
  const nameServer = await guide.enter('enter-name-server', 'name-server', {
    longest: 15,
    value: fixed?.nameServer ?? '',
    right: isNameServer,
  });
  return { how, address, gateway, nameServer };
}
