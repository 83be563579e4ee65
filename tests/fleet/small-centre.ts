import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { benchPolicies } from '../../central/bench-policies.ts';
import { createCentral } from '../../central/central.ts';
import { openDataDirectory } from '../../central/data-directory.ts';
import { publicCentreKeys } from '../../central/director/centre-keys.ts';
import { type Person, takeUpInvitation } from '../../scripts/fleet/desk.ts';
import { type DevOffices, devOffices } from '../../scripts/world/offices.ts';

/** Rollouts go from wave to wave at a sweep; the service does one every five seconds. */
const SWEEP_EVERY_MS = 150;

/** The real service within the test's process, over HTTP, with two people at the desk. */
export async function smallCentre(folder: string): Promise<{
  readonly address: string;
  readonly offices: DevOffices;
  readonly editor: Person;
  readonly approver: Person;
  close(): Promise<void>;
}> {
  const entropy = { bytes: (length: number): Uint8Array => randomBytes(length) };
  const data = openDataDirectory(folder, entropy);
  const offices = await devOffices(join(folder, 'offices'), publicCentreKeys(data.centreKeys));
  const central = await createCentral({
    ...data,
    firstRoot: offices.root,
    clock: { now: () => Date.now() },
    entropy,
    pinKeys: { PINKEY: Buffer.alloc(16, 1) },
    cardMasterKey: Buffer.alloc(16, 2),
    blankMasterKey: Buffer.alloc(16, 3),
    ...benchPolicies(),
    dev: null,
    log: { write: () => undefined },
  });
  const listening = await central.listen({ port: 0 });
  if (!listening.ok) throw new Error(listening.error);
  const address = listening.value.url;
  const person = async (login: string, roles: Parameters<typeof central.inviteOperator>[0]['roles']) => {
    const invited = await central.inviteOperator({ login, name: login, roles });
    if (!invited.ok) throw new Error(invited.error);
    return takeUpInvitation(address, invited.value.invitation?.invitation ?? '');
  };
  const editor = await person('editor', ['editor', 'fleet']);
  const approver = await person('approver', ['approver', 'signer']);
  let sweeping = Promise.resolve();
  const timer = setInterval(() => {
    sweeping = sweeping.then(() => central.sweep());
  }, SWEEP_EVERY_MS);
  return {
    address,
    offices,
    editor,
    approver,
    close: async () => {
      clearInterval(timer);
      await sweeping;
      await central.close();
    },
  };
}
