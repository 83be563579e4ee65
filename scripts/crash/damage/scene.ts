import type { View } from '../../../src/contracts/view.ts';
import { becomeQuiet } from '../become-quiet.ts';
import { type Books, readBooks, type Said, saidOnScreen } from '../books.ts';
import { newPerson, type Person } from '../person.ts';
import { playVisit } from '../play-visit.ts';
import { type Stage, type StageOptions, startStage } from '../stage.ts';
import { judge } from '../verdict.ts';
import { type VisitName, visitNamed } from '../visits.ts';

/** From power on, or from the end of a trouble, to the start screen, on a busy machine. */
export const BACK_WITHIN_MS = 30_000;
const BLANKS = 20;
const NOTHING_ELSE = { chipFails: false, linkCut: false, exchangeBreaks: null } as const;
const WILLING = { takesCards: true, pays: 'pay', comesBack: false } as const;

export const onScreen =
  (screen: View['screen']) =>
  (view: View): boolean =>
    view.screen === screen;

/** A kiosk to which one thing happens, and who stands before it meanwhile. */
export interface Scene {
  readonly stage: Stage;
  person(visit: VisitName, resident: string): Person;
  /** A willing visit from beginning to end; what its receipt said. */
  visit(person: Person): Promise<readonly Said[]>;
  /** The same hands up to this screen; the next touch is the caller's. */
  upTo(person: Person, screen: View['screen']): Promise<void>;
  /** Milliseconds until the start screen. */
  home(): Promise<number>;
  /** Whatever is untrue of this person once nothing is under way; the link is well by then. */
  problems(person: Person): Promise<readonly string[]>;
  stop(): Promise<void>;
}

export async function startScene(options: StageOptions = {}): Promise<Scene> {
  const since = new Date().toISOString();
  const stage = await startStage({ blanks: BLANKS, ...options });
  const { world } = stage;
  const home = () => stage.kiosk.until(onScreen('welcome'), BACK_WITHIN_MS);
  await home();
  const before: Books = await readBooks(world, since);
  const said: Said[] = [];
  const listen = (views: readonly View[]) => views.flatMap((view) => saidOnScreen(view) ?? []);
  return {
    stage,
    home,
    person: (visit, resident) => newPerson(visitNamed(visit), world.resident(resident), WILLING),
    async visit(person) {
      stage.kiosk.forget();
      const { problem } = await playVisit(stage, person, NOTHING_ELSE);
      if (problem !== null) throw new Error(problem);
      const heard = listen(stage.kiosk.views);
      said.push(...heard);
      return heard;
    },
    async upTo(person, screen) {
      stage.kiosk.forget();
      const { problem } = await playVisit(stage, person, NOTHING_ELSE, screen);
      if (problem !== null) throw new Error(problem);
    },
    async problems(person) {
      const noise = await becomeQuiet(stage, person);
      said.push(...listen(stage.kiosk.views));
      const after = await readBooks(world, since);
      const violations = judge({ person, said, before, after });
      return [...(noise === null ? [] : [noise]), ...violations.map(({ what }) => what)];
    },
    stop: () => stage.stop(),
  };
}
