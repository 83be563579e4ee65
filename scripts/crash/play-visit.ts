import type { View } from '../../src/contracts/view.ts';
import { handsOn } from './hands.ts';
import { newPerson, type Person } from './person.ts';
import type { Circumstances } from './plans.ts';
import type { Scene } from './stage.ts';

/** A hand comes back to the same screen after this long. */
const AGAIN_MS = 250;
/** Longer than any visit of willing hands with all its kills; beyond it the kiosk is stuck. */
const LONGEST_VISIT_MS = 60_000;

const ENDS: readonly View['screen'][] = ['receipt', 'refusal', 'trouble', 'ended'];
/** Last screens before the act itself. */
const BEFORE_ACT: readonly View['screen'][] = ['check-answers', 'balance-sms', 'pay'];

/**
 * Plays one visit, and what the person does about a screen that went dark; or until a screen is reached. A sentence
 * where it never ended.
 */
export async function playVisit(
  stage: Scene,
  person: Person,
  circumstances: Circumstances,
  upTo: View['screen'] | null = null,
): Promise<{ readonly problem: string | null; readonly person: Person }> {
  const { world, kiosk, killer } = stage;
  const until = performance.now() + LONGEST_VISIT_MS;
  const keptBefore = world.hardware.acceptor.truth().bin.length;
  const takenBefore = world.hardware.issuer.truth().taken.length;
  let present = person;
  let kills = killer.kills.length;
  let ended = false;
  let struck = false;
  while (performance.now() < until) {
    if (killer.kills.length > kills) {
      kills = killer.kills.length;
      await handsBack(stage, present);
      const served =
        ended ||
        world.hardware.issuer.truth().taken.length > takenBefore ||
        world.hardware.acceptor.truth().bin.length > keptBefore;
      // Who takes nothing has no card in hand to begin again with.
      if (served || !present.comesBack || !present.takesCards) return { problem: null, person: present };
      present = newPerson(present.visit, present.resident, present);
    }
    const view = kiosk.shown;
    if (view === null) {
      await kiosk.change(AGAIN_MS);
      continue;
    }
    if (view.screen === upTo) return { problem: null, person: present };
    if (ENDS.includes(view.screen)) ended = true;
    if (ended && view.screen === 'welcome') return { problem: null, person: present };
    if (!struck && BEFORE_ACT.includes(view.screen)) {
      struck = true;
      await strike(stage, circumstances);
    }
    if (present.takesCards && view.screen !== 'take-card') takeWhatStandsAtGates(stage);
    const command = await handsOn(world, present, view);
    if (command && kiosk.shown?.revision === view.revision) kiosk.touch(command);
    if (kiosk.shown?.revision === view.revision) await kiosk.change(AGAIN_MS);
  }
  return { problem: `INV-8 stuck at ${JSON.stringify(kiosk.shown).slice(0, 300)}`, person: present };
}

/** The screen went dark: whoever stands there takes their cards back. */
async function handsBack(stage: Scene, person: Person): Promise<void> {
  const { hardware } = stage.world;
  hardware.idCardReader.removeCard();
  await hardware.socialCards.pull();
  if (person.takesCards) takeWhatStandsAtGates(stage);
}

function takeWhatStandsAtGates({ world: { hardware } }: Scene): void {
  hardware.issuer.takeFromGate();
  hardware.acceptor.takeFromGate();
}

async function strike({ world }: Scene, circumstances: Circumstances): Promise<void> {
  const { chipFails, linkCut, exchangeBreaks } = circumstances;
  if (chipFails) world.hardware.issuer.once('chip-dead');
  if (linkCut) world.link.cut();
  if (exchangeBreaks !== null)
    await world.central.fail({ method: 'PUT', route: '/v1/operations/:key', mode: exchangeBreaks });
}
