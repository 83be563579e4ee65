import { dayInShanghai } from '../../src/calendar/calendar-day.ts';
import type { View } from '../../src/contracts/view.ts';
import { stepOf } from '../matrix/play.ts';
import { Chance } from './chance.ts';
import { Check } from './check.ts';
import type { SqliteEngine } from './disk/sqlite-engine.ts';
import { type Comer, comerOf, comingAgain } from './people/comer.ts';
import { type Hands, handsOf } from './people/hands.ts';
import type { Blow, Plan, SessionPlan } from './plan.ts';
import { strike } from './plan-of/strikes.ts';
import { strikeName } from './plan-of/words.ts';
import type { SeedReport, Violation } from './report.ts';
import { newSimulatedWorld, type SimulatedWorld } from './simulated-world.ts';

/** Longer than any time-out one after the other: who is not back at the start screen by then never will be. */
const LONGEST_SESSION_MS = 45 * 60_000;
/** So long may it take, with everything healed, until nothing waits any more: the longest back-off and some. */
const LONGEST_CALM_MS = 3 * 3_600_000;
const CALM_STEP_MS = 20_000;
/** A pause longer than this is a night: the terminal is switched off. */
const NIGHT_MS = 10 * 60_000;

export interface RunOptions {
  readonly engine: SqliteEngine;
  /** Number of the event after which to stop. */
  readonly until?: number;
}

/** Plays a plan: one kiosk from its first start, everything around it, and the checks. */
export async function run(plan: Plan, options: RunOptions): Promise<SeedReport> {
  const cpu = process.cpuUsage();
  const world = await newSimulatedWorld(plan.seed, options.engine, options.until);
  const one = new Run(plan, world);
  try {
    await one.play();
    const { user, system } = process.cpuUsage(cpu);
    return one.report((user + system) / 1e6);
  } finally {
    await world.close();
  }
}

class Run {
  readonly #plan: Plan;
  readonly #world: SimulatedWorld;
  readonly #check: Check;
  readonly #heals: { readonly at: number; readonly heal: () => void }[] = [];
  readonly #wentHome = new Map<number, Comer>();
  #session: SessionPlan | null = null;
  #sessions = 0;
  /** How long the kiosk was off or starting in all, milliseconds. */
  #darkMs = 0;
  #faults = 0;
  #violation: Violation | null = null;

  constructor(plan: Plan, world: SimulatedWorld) {
    this.#plan = plan;
    this.#world = world;
    this.#check = new Check(world);
    world.onStrike = (blow) => this.#strike(blow);
    world.onBroken = (why) => this.#broke([why]);
    world.kiosk.onView = (view) => this.#seen(view);
  }

  async play(): Promise<void> {
    await this.#untilUp();
    // What a restored centre goes back to knows this kiosk.
    await this.#pass(CALM_STEP_MS);
    await this.#world.centre.backUp();
    for (const session of this.#plan.sessions) {
      if (this.#over) break;
      this.#session = session;
      await this.#pause(session.pauseMs);
      await this.#visit(session);
      if (session.calmAfter && !this.#over) await this.#calm();
    }
    if (!this.#over) await this.#calm();
    if (!this.#over) this.#broke(this.#check.atTheEnd());
  }

  report(coreSeconds: number): SeedReport {
    const { trace, disk, kiosk, coverage, time, begun } = this.#world;
    return {
      seed: this.#plan.seed,
      sessions: this.#sessions,
      transactions: this.#check.transactions,
      events: trace.events,
      faults: this.#faults,
      powerCuts: kiosk.cuts,
      syncs: disk.figures.syncs,
      lostWrites: disk.figures.lostWrites,
      violation: this.#violation,
      last: trace.last(),
      traceHash: trace.digest(),
      coreSeconds,
      simulatedMs: time.now() - begun,
      coverage: coverage.figures(),
    };
  }

  get #over(): boolean {
    return this.#violation !== null || this.#world.trace.over;
  }

  #broke(problems: readonly string[]): void {
    const [first] = problems;
    if (first === undefined || this.#over) return;
    const rule = /^(INV-\d)/.exec(first)?.[1] ?? 'crash';
    const { trace, time } = this.#world;
    trace.note(time.now(), `VIOLATION ${problems.join('; ')}`);
    this.#violation = {
      rule,
      what: problems.join('; '),
      event: trace.events,
      session: this.#session?.number ?? 0,
      last: trace.last(),
    };
  }

  async #visit(session: SessionPlan): Promise<void> {
    const { kiosk, marks, machines } = this.#world;
    const comer = await this.#comer(session);
    const chance = new Chance(`${this.#plan.seed}`).fork(session.number);
    const hands = handsOf(session.manner, chance.fork('hands'), comer, this.#world);
    this.#sessions += 1;
    this.#note(`session ${session.number}: ${session.archetype}, ${comer.resident.id}`);
    const outBefore = machines.issuer.taken.length;
    await this.#untilUp();
    marks.begin(session.blows);
    const cutsBefore = kiosk.cuts;
    const begun = await this.#meet(hands, LONGEST_SESSION_MS);
    marks.end();
    if (this.#over) return;
    await hands.afterwards();
    // The centre looks after what time brings about every few seconds; here once a visit.
    await this.#world.centre.sweep();
    await this.#takeLeftovers();
    this.#wentHome.set(session.number, { ...comer, card: hands.person.card });
    if (!begun && kiosk.cuts === cutsBefore && kiosk.view?.screen !== 'out-of-service') {
      this.#broke([`INV-8 nobody could begin: the screen is ${kiosk.view?.screen}`]);
    } else if (begun && kiosk.view?.screen !== 'welcome' && kiosk.view?.screen !== 'out-of-service') {
      this.#broke([`INV-8 after ${LONGEST_SESSION_MS / 60_000} min the screen is ${kiosk.view?.screen}`]);
    }
    if (!this.#over) this.#broke(await this.#check.afterSession(comer.resident, outBefore));
  }

  /** From the first look until the kiosk is back at its start screen. False: there was nothing to begin with. */
  async #meet(hands: Hands, longestMs: number): Promise<boolean> {
    const { kiosk, time } = this.#world;
    let begun = false;
    // While it is off nobody's patience runs out.
    const lit = () => time.now() - this.#darkMs;
    const until = lit() + longestMs;
    const met = () => {
      const { view } = kiosk;
      if (view !== null && view.screen !== 'welcome' && view.screen !== 'out-of-service') begun = true;
    };
    while (lit() < until && !this.#over) {
      await this.#untilUp();
      const { view } = kiosk;
      if (view === null) continue;
      met();
      if (begun && view.screen === 'welcome') break;
      const { command, inMs, revision } = await hands.look(view);
      await this.#pass(inMs, () => kiosk.view === null || (command === null && kiosk.view !== view));
      met();
      if (command === null) continue;
      kiosk.touch(command, revision);
      await time.settle();
      met();
      // Closed, and nobody waits there for it to open.
      if (kiosk.view?.screen === 'out-of-service') break;
    }
    return begun;
  }

  /** What still lies in the readers goes home with its people. */
  async #takeLeftovers(): Promise<void> {
    const { idCards, socialCards } = this.#world.machines;
    idCards.slot.take();
    socialCards.slot.take();
    await this.#world.time.settle();
  }

  async #comer({ number, archetype, again }: SessionPlan): Promise<Comer> {
    const { centre, people, time } = this.#world;
    const earlier = again === null ? undefined : this.#wentHome.get(again);
    if (earlier) return comingAgain(earlier, archetype, earlier.card);
    const comer = comerOf(archetype, this.#world.personNumber(number), dayInShanghai(time.now()));
    people.push(comer.resident);
    await centre.addResident(comer.resident);
    return comer;
  }

  #seen(view: View): void {
    const { coverage } = this.#world;
    coverage.step(stepOf(view));
    if (view.screen === 'receipt' && view.reference !== null && view.paper !== 'printing') {
      this.#check.told({
        session: this.#session?.number ?? 0,
        reference: view.reference,
        state: view.state,
        parts: view.parts,
        money: view.money,
      });
    }
  }

  #strike({ what }: Blow): void {
    const { kiosk, coverage, technician, disk, time } = this.#world;
    const step = kiosk.view ? stepOf(kiosk.view) : 'starting';
    coverage.fault(strikeName(what), step);
    this.#note(`strikes: ${strikeName(what)} at ${step}`);
    if (what.kind === 'power') {
      coverage.cut(kiosk.lastPoint);
      kiosk.cutPower(what.offMs);
      return;
    }
    this.#faults += 1;
    switch (what.kind) {
      case 'clock':
        kiosk.clockOffset += what.jumpMs;
        return;
      case 'technician':
        technician.called(what.miscounts);
        return;
      case 'disk-full':
        disk.full = true;
        this.#healLater(what.healsAfterMs, () => {
          disk.full = false;
        });
        return;
      default: {
        const { heal, landed } = strike(what, this.#world);
        const restored = what.kind === 'centre' && what.what === 'restored';
        void time.during(async () => {
          const forgotten = await landed;
          if (restored) this.#check.centreForgot(forgotten);
        });
        this.#healLater(what.healsAfterMs, heal);
      }
    }
  }

  #healLater(afterMs: number, heal: () => void): void {
    this.#heals.push({ at: this.#world.time.now() + afterMs, heal });
  }

  #healDue(now: number): void {
    for (const one of this.#heals.filter(({ at }) => at <= now)) {
      this.#heals.splice(this.#heals.indexOf(one), 1);
      one.heal();
    }
  }

  /** Nobody is there. A long pause is a night, and the terminal is switched off for it. */
  async #pause(ms: number): Promise<void> {
    const { kiosk } = this.#world;
    if (ms > NIGHT_MS) {
      kiosk.cutPower(ms);
      await this.#untilUp();
      return;
    }
    await this.#pass(ms);
  }

  /** Everything works again; time passes until nothing waits; then all that was done since the last calm is checked. */
  async #calm(): Promise<void> {
    const { kiosk, time, technician, centre } = this.#world;
    this.#note('calm');
    this.#healDue(Number.POSITIVE_INFINITY);
    kiosk.clockOffset = 0;
    await this.#untilUp();
    const until = time.now() + LONGEST_CALM_MS;
    await this.#pass(CALM_STEP_MS);
    // Refunds that the acquirer did not take before are offered to it again.
    await centre.sweep();
    technician.comes();
    while (time.now() < until && !this.#over) {
      await this.#untilUp();
      if (kiosk.idle && this.#check.nothingWaits()) break;
      await this.#pass(CALM_STEP_MS);
      await centre.sweep();
    }
    if (!this.#over) this.#broke(await this.#check.atCalm());
    await centre.backUp();
  }

  /** Until the kiosk is on and shows something. */
  async #untilUp(): Promise<void> {
    const { kiosk, time, technician } = this.#world;
    const since = time.now();
    const until = time.now() + 48 * 3_600_000;
    while (kiosk.view === null && !this.#over) {
      const { startsAt } = kiosk;
      if (startsAt !== null) await time.pass(Math.max(0, startsAt - time.now()));
      this.#healDue(time.now());
      kiosk.startWhenDue();
      await time.pass(500, () => kiosk.view !== null || kiosk.startsAt !== null);
      if (time.now() > until) this.#broke(['INV-8 the kiosk does not come back']);
    }
    for (let tries = 0; technician.isAtWork && kiosk.idle && tries < 60; tries += 1) {
      technician.comes();
      if (technician.isAtWork) await time.pass(500);
    }
    this.#darkMs += time.now() - since;
  }

  async #pass(ms: number, enough: () => boolean = () => false): Promise<void> {
    const { time, kiosk, technician } = this.#world;
    await time.pass(ms, enough);
    this.#healDue(time.now());
    if (technician.isCalled && kiosk.idle) technician.comes();
    if (kiosk.view === null) await this.#untilUp();
  }

  #note(words: string): void {
    this.#world.trace.note(this.#world.time.now(), words);
  }
}
