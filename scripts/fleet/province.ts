import { join } from 'node:path';
import { type DevOffices, devOffices } from '../world/offices.ts';
import { Centre } from './centre.ts';
import { type Person, takeUpInvitation } from './desk.ts';
import type { FleetSettings } from './settings.ts';

/** A centre, or several beside each other, with offices that sign and two people at the desk. */
export interface Province {
  readonly centres: readonly Centre[];
  readonly offices: DevOffices;
  readonly editor: Person;
  readonly approver: Person;
  stop(): Promise<void>;
}

/** Starts the real service as an operator would, and signs two people in. */
export async function startProvince(
  folder: string,
  { database, centres: count }: Pick<FleetSettings, 'database' | 'centres'>,
): Promise<Province> {
  const centres = Array.from({ length: count }, () => new Centre({ folder, databaseUrl: database }));
  const [first] = centres;
  if (!first) throw new Error('there is one centre at least');
  const stop = async () => {
    await Promise.all(centres.map((centre) => centre.stop()));
  };
  try {
    const offices = await devOffices(join(folder, 'offices'), await first.publicKeys());
    const editors = await first.invite('editor', ['editor', 'fleet']);
    const approvers = await first.invite('approver', ['approver', 'signer']);
    for (const centre of centres) await centre.start(offices.rootFile);
    return {
      centres,
      offices,
      editor: await takeUpInvitation(first.address, editors),
      approver: await takeUpInvitation(first.address, approvers),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
