import { becomeQuiet } from './become-quiet.ts';
import { type Books, readBooks, referencesOn, type Said, saidOnPaper, saidOnScreen } from './books.ts';
import type { Dice } from './dice.ts';
import { newPerson } from './person.ts';
import type { CasePlan } from './plans.ts';
import { playVisit } from './play-visit.ts';
import type { Stage } from './stage.ts';
import { acceptedIn, judge, type Violation } from './verdict.ts';
import { visitNamed } from './visits.ts';

/** What one case showed. */
export interface CaseTold {
  readonly plan: CasePlan;
  readonly resident: string;
  readonly said: readonly Said[];
  /** References that were called accepted. */
  readonly accepted: readonly string[];
  readonly violations: readonly Violation[];
  /** The last screens, oldest first. */
  readonly screens: readonly string[];
  readonly after: Books;
}

/** Plays a visit with its kills, waits until nothing is under way, and judges by everything outside of core. */
export async function playCase(stage: Stage, plan: CasePlan, dice: Dice): Promise<CaseTold> {
  const { world, kiosk, killer } = stage;
  const visit = visitNamed(plan.visit);
  const resident = world.resident(plan.resident ?? dice.pick(visit.residents));
  const since = new Date().toISOString();
  // Whatever an earlier case did to these people is judged already.
  await world.central.reset();
  const before = await readBooks(world, since);
  stage.takePapers();
  kiosk.forget();
  killer.problems.length = 0;
  killer.begin(plan.triggers);
  const played = await playVisit(stage, newPerson(visit, resident, plan.manner), plan.circumstances);
  const noise = await becomeQuiet(stage, played.person);
  killer.end();
  const after = await readBooks(world, since);
  const papers = stage.takePapers();
  const said = [
    ...kiosk.views.flatMap((view) => saidOnScreen(view) ?? []),
    ...papers.flatMap((paper) => saidOnPaper(paper) ?? []),
  ];
  const stuck = [played.problem, noise, ...killer.problems, ...stage.takeLogTrouble()].filter(
    (one) => one !== null,
  );
  const mixed = papers.filter((paper) => referencesOn(paper).length > 1);
  return {
    plan,
    resident: resident.id,
    said,
    accepted: acceptedIn(said),
    violations: [
      ...stuck.map((what): Violation => ({ breach: 'lost', what, reference: null })),
      ...mixed.map(
        (paper): Violation => ({
          breach: 'lost',
          what: `INV-6 one paper for two requests: ${referencesOn(paper).join(', ')}`,
          reference: null,
        }),
      ),
      ...judge({ person: played.person, said, before, after }),
    ],
    screens: kiosk.views.map(({ screen }) => screen),
    after,
  };
}
