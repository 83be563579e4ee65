import { setTimeout as wait } from 'node:timers/promises';
import { type CustodyPlace, IN_MACHINE } from '../../main/core/store/custody-places.ts';
import { readKioskLedger } from '../world/kiosk-ledger.ts';
import { kioskFolder } from './books.ts';
import { handsOn } from './hands.ts';
import { newPerson, nth, once, type Person } from './person.ts';
import type { Stage } from './stage.ts';

/** Everything under way comes to its end within this long once all works again. */
const QUIET_WITHIN_MS = 45_000;
const LOOK_EVERY_MS = 60;
/** A trigger that nobody pulls (a point that is not on this way) is given up so long after core was up. */
const TRIGGER_PATIENCE_MS = 1_500;
/** How often somebody looks whether the link is back before they go on. */
const LINK_LOOKS = 40;

/**
 * Link and centre work again, the resident is gone, and time passes until nothing is open, nothing waits and no card
 * stands anywhere. A sentence where that never comes.
 */
export async function becomeQuiet(stage: Stage, person: Person): Promise<string | null> {
  const { world, kiosk, killer } = stage;
  const { hardware, phone, link, central } = world;
  const wasDown = !link.up;
  link.restore();
  await central.clearFaults();
  hardware.issuer.mend();
  const since = performance.now();
  let upSince = since;
  const { visit, resident } = person;
  const passerBy = newPerson(visit, resident, { takesCards: false, pays: 'cancel', comesBack: false });
  passerBy.leaves = true;
  while (performance.now() - since < QUIET_WITHIN_MS) {
    if (person.takesCards) {
      hardware.issuer.takeFromGate();
      hardware.acceptor.takeFromGate();
    }
    if (kiosk.shown === null) upSince = performance.now();
    if (performance.now() - upSince > TRIGGER_PATIENCE_MS) killer.end();
    await passBy(stage, passerBy, wasDown);
    if (!killer.waiting && kiosk.shown?.screen === 'welcome' && isQuiet(stage)) {
      await phone.sweep();
      return null;
    }
    await wait(LOOK_EVERY_MS);
  }
  const { openTransactions, waiting } = readKioskLedger(kioskFolder(world));
  const cards = `${hardware.issuer.truth().position}, ${hardware.acceptor.truth().position}`;
  return `INV-4 never quiet: ${openTransactions} open, ${waiting} waiting, cards at ${cards}, screen ${kiosk.shown?.screen}`;
}

function isQuiet({ world }: Stage): boolean {
  const { issuer, acceptor } = world.hardware;
  if (issuer.truth().position !== 'none' || acceptor.truth().position !== 'none') return false;
  const { openTransactions, waiting, blanks, ownCards } = readKioskLedger(kioskFolder(world));
  const moving = IN_MACHINE.some((place) => (at(blanks, place) ?? 0) + (at(ownCards, place) ?? 0) > 0);
  return openTransactions === 0 && waiting === 0 && !moving;
}

const at = (
  cards: Readonly<Partial<Record<CustodyPlace, number>>>,
  place: CustodyPlace,
): number | undefined => cards[place];

/**
 * Nobody is served: whoever finds another screen than the first leaves it. Where the link was down somebody touches
 * the screen once, so that the kiosk looks for it, and stays until it is there.
 */
async function passBy({ world, kiosk }: Stage, passerBy: Person, looksForLink: boolean): Promise<void> {
  const view = kiosk.shown;
  if (view === null) return;
  if (view.screen === 'welcome') {
    if (looksForLink && once(passerBy, 'look')) kiosk.touch({ type: 'start' });
    return;
  }
  if (view.screen === 'home' && !view.linkUp && nth(passerBy, 'wait') < LINK_LOOKS) return;
  const command = await handsOn(world, passerBy, view);
  if (command) kiosk.touch(command);
}
