import type { CustodyCounts } from '../../../main/core/store/custody-store.ts';
import type { Visit } from '../visits.ts';
import type { World } from '../world/world.ts';

/** What can be counted in the machines and on the wire at one moment. */
export interface Snapshot {
  readonly stack: number;
  readonly issuerBin: number;
  readonly issuerTaken: number;
  readonly acceptorBin: number;
  readonly acceptorTaken: number;
  /** How often a resident's card was sent to the gate. */
  readonly offeredBack: number;
  readonly custody: CustodyCounts;
  readonly arrived: number;
  readonly orders: ReadonlySet<string>;
  readonly deadLetters: number;
}

export async function snapshot({ machines, kiosk, centre }: World): Promise<Snapshot> {
  const { issuer, acceptor } = machines;
  return {
    stack: issuer.stack.length,
    issuerBin: issuer.bin.length,
    issuerTaken: issuer.taken.length,
    acceptorBin: acceptor.bin.length,
    acceptorTaken: acceptor.taken.length,
    offeredBack: machines.offeredBack(),
    custody: kiosk.store.custody.counts(),
    arrived: centre.wire.arrived.length,
    orders: new Set((await centre.orders()).map(({ id }) => id)),
    deadLetters: kiosk.store.deadLetters.count(),
  };
}

/** What the centre knows once all is quiet. */
export interface Known {
  /** Operations that were carried out, by kind, with the receipt they belong to. */
  readonly done: readonly { readonly kind: string; readonly reference: string }[];
  readonly cards: Awaited<ReturnType<World['centre']['dev']['residents']>>['residents'][number]['cards'];
  readonly requests: Awaited<
    ReturnType<World['centre']['dev']['residents']>
  >['residents'][number]['requests'];
  readonly orders: Awaited<ReturnType<World['centre']['orders']>>;
}

export async function known(world: World, visit: Visit, before: Snapshot): Promise<Known> {
  const { centre, time } = world;
  const references = new Set(
    centre.wire.arrived
      .slice(before.arrived)
      .flatMap(({ reference }) => (reference === null ? [] : [reference])),
  );
  const done: { kind: string; reference: string }[] = [];
  for (const reference of references) {
    const rows = await time.during(() => centre.dev.operations({ receiptReference: reference }));
    for (const { kind, outcome } of rows)
      if (outcome.state === 'done') done.push({ kind: kind ?? '', reference });
  }
  const { residents } = await time.during(() => centre.dev.residents());
  const person = residents.find(({ id }) => id === visit.resident);
  const orders = (await centre.orders()).filter(({ id }) => !before.orders.has(id));
  return { done, cards: person?.cards ?? [], requests: person?.requests ?? [], orders };
}
