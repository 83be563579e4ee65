import { type Fault, healAll, type Step } from './faults/fault.ts';
import { type Person, willing } from './hands.ts';
import { type Played, play } from './play.ts';
import { cardsOut, custody, dataGone, exactlyOnce, money, outOfSight, ownCard } from './truth/invariants.ts';
import { receiptIsTrue, silentEndIsTrue } from './truth/receipts.ts';
import { known, type Snapshot, snapshot } from './truth/snapshot.ts';
import type { Visit } from './visits.ts';
import type { World } from './world/world.ts';

/** One fault on arriving at one step. */
interface Blow {
  readonly fault: Fault;
  readonly step: Step;
}

/** One visit, one fault, one step. */
export interface Cell extends Blow {
  readonly visit: Visit;
  /** A second one, where two at once are tried. */
  readonly and?: Blow;
}

const blowName = ({ fault, step }: Blow): string => `${fault.group} ${fault.name} × ${step.name}`;

export const nameOf = (cell: Cell): string =>
  `${cell.visit.name} × ${blowName(cell)}${cell.and ? ` and ${blowName(cell.and)}` : ''}`;

/** Troubles after which nobody may say where a card is. */
const losesSight = ({ group, name }: Fault): boolean =>
  group.startsWith('card-') && /gone|jammed|timeout|answer-lost|wrong-position|no-card/.test(name);

/** Everything that is still under way comes to its end within this long, once all works again. */
const QUIET_WITHIN_MS = 60 * 60_000;
const LOOK_EVERY_MS = 15_000;
/** An order nobody paid is over by then (policy), and the sweep has seen it. */
const ORDER_OVER_MS = 200_000;

export interface Told {
  readonly problems: readonly string[];
  readonly played: Played;
  /** Somebody met the fault; one that strikes right after the last use of a device passes unnoticed. */
  readonly met: boolean;
}

/** Plays the visit with the fault on arriving at the step; then everything works again, and all must be true. */
export async function runCell(world: World, cell: Cell): Promise<Told> {
  const { visit, fault } = cell;
  await world.reset();
  const before = await snapshot(world);
  const person = willing(visit, world.resident(visit.resident));
  const acts: (void | Promise<void>)[] = [];
  const waiting = new Set<Blow>([cell, ...(cell.and ? [cell.and] : [])]);
  const played = await play(world, person, (name) => {
    for (const blow of [...waiting].filter(({ step }) => step.name === name)) {
      waiting.delete(blow);
      acts.push(blow.fault.strike(world, person));
    }
  });
  await Promise.all(acts);
  const met = wasMet(world, fault);
  const problems = [
    ...endProblems(played, world),
    ...(waiting.has(cell) && !cell.and ? ['the step was not reached'] : []),
  ];
  await becomeQuiet(world, person, before);
  const untrue = await truthProblems(world, cell, played, before);
  return { problems: [...problems, ...untrue], played, met };
}

/** What people do and what sensors say is met by everybody; a call that goes wrong by whoever makes it. */
const wasMet = ({ machines, centre }: World, { group, name }: Fault): boolean =>
  ['resident', 'acquirer'].includes(group) ||
  ['bin full', 'never finishes'].includes(name) ||
  centre.wire.hits > 0 ||
  Object.values(machines.switches).some(({ hits }) => hits > 0);

/** INV-8: a named end, and the start screen after it. */
function endProblems({ cameBack, ends, steps }: Played, { kiosk }: World): string[] {
  const internal = ends.filter((end) => end.endsWith(' internal'));
  return [
    ...kiosk.crashes.map((error) => `crashed: ${error instanceof Error ? error.stack : String(error)}`),
    ...(cameBack ? [] : [`INV-8 never came back; last step ${steps.at(-1)}`]),
    ...(ends.at(-1)?.startsWith('ended ') ? [] : [`no named end: ${ends.join(', ')}`]),
    ...(internal.length > 0 ? ['ended as internal'] : []),
  ];
}

/** Devices, link and acquirer work again, nobody is there; time passes until nothing is under way. */
async function becomeQuiet(world: World, person: Person, before: Snapshot): Promise<void> {
  const { machines, kiosk, time, centre } = world;
  await healAll(world);
  machines.idCards.slot.take();
  machines.socialCards.slot.take();
  const orders = (await centre.orders()).filter(({ id }) => !before.orders.has(id));
  if (orders.some(({ state }) => state === 'open')) await time.pass(ORDER_OVER_MS);
  if (person.pays === 'late') for (const { id } of orders) await centre.payer(id, 'pay');
  kiosk.devices.nudge();
  kiosk.sync.heartbeatSoon();
  const until = time.now() + QUIET_WITHIN_MS;
  do {
    await time.pass(LOOK_EVERY_MS);
    await centre.sweep();
  } while (time.now() < until && !isQuiet(world));
  await centre.sweep();
}

function isQuiet({ kiosk, machines }: World): boolean {
  return (
    kiosk.idle() &&
    kiosk.sync.link.up &&
    kiosk.store.outbox.figures().waiting === 0 &&
    kiosk.store.journal.countOpen() === 0 &&
    machines.acceptor.card === null &&
    kiosk.devices.statuses().every(({ state }) => state === 'online')
  );
}

async function truthProblems(
  world: World,
  { visit, fault, and }: Cell,
  played: Played,
  before: Snapshot,
): Promise<string[]> {
  const centre = await known(world, visit, before);
  const receipts = played.receipts.filter(({ state }) => state !== 'go-to-counter');
  const down = world.kiosk.devices.statuses().filter(({ state }) => state !== 'online');
  const tile = world.kiosk.tiles().find(({ service }) => service === visit.service);
  return [
    ...receipts.flatMap((receipt) => receiptIsTrue(world, visit, receipt, before, centre)),
    ...(receipts.length === 0 ? silentEndIsTrue(centre) : []),
    ...money(visit, centre),
    ...cardsOut(world, visit, before, centre),
    ...custody(world),
    ...outOfSight(world, before, losesSight(fault) || (and !== undefined && losesSight(and.fault))),
    ...exactlyOnce(world, before, centre),
    ...ownCard(world, before, centre),
    ...dataGone(world, visit),
    ...down.map(({ device }) => `${device} did not come back`),
    ...(tile?.available ? [] : [`INV-8 the tile stays closed: ${tile?.reason}`]),
  ];
}
