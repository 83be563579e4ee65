import type { Person } from '../hands.ts';
import type { World } from '../world/world.ts';

/** One step of a willing visit, and what was going on in it. */
export interface Step {
  readonly name: string;
  /** Calls that began or waited: `card-issuer present`. */
  readonly calls: ReadonlySet<string>;
  /** Requests that somebody waited for: `PUT /v1/operations`. */
  readonly requests: ReadonlySet<string>;
}

export const FAULT_GROUPS = [
  'id-card-reader',
  'social-card-reader',
  'pin-pad',
  'receipt-printer',
  'card-acceptor',
  'card-issuer',
  'card-face-printer',
  'document-printer',
  'code-scanner',
  'link',
  'acquirer',
  'resident',
] as const;
export type FaultGroup = (typeof FAULT_GROUPS)[number];

/** Something that goes wrong on arriving at a step. */
export interface Fault {
  readonly group: FaultGroup;
  readonly name: string;
  /** Whether it makes a difference there. */
  strikesAt(step: Step, steps: readonly Step[]): boolean;
  strike(world: World, person: Person): void | Promise<void>;
}

/** Everything works again: devices, link, acquirer. What is in a machine stays where it is. */
export async function healAll({ machines, centre }: World): Promise<void> {
  for (const one of Object.values(machines.switches)) one.heal();
  machines.issuer.binFull = false;
  machines.acceptor.binFull = false;
  for (const printer of [machines.faces, machines.documents]) printer.late = false;
  centre.wire.heal();
  await centre.acquirer('normal');
}
