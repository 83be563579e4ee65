import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type TaskScript, taskDone } from '../../../../src/maintenance/guide.ts';
import { settled } from '../../virtual-clock.ts';
import type { TaskPage } from '../task-desk.ts';
import { ALONE, DeskBench } from './desk-bench.ts';
import { FailingPower, PowerGone } from './failing-power.ts';

const STEPS = ['choose-device', 'prepare', 'testing', 'draw', 'what-you-saw', 'result'] as const;
const step = fc.constantFrom(...STEPS);

/** A turn of a script. `over`: how many turns are left out when the answer is `over`. */
const turn = fc.oneof(
  fc.record({ does: fc.constantFrom('do', 'count', 'forget'), step }),
  fc.record({ does: fc.constant('choose'), step, answer: fc.constantFrom('on', 'over'), over: fc.nat(3) }),
  fc.record({ does: fc.constantFrom('act', 'look'), step }),
  fc.record({ does: fc.constant('must-finish'), step }),
);
type Turn = typeof turn extends fc.Arbitrary<infer T> ? T : never;
interface Script {
  readonly turns: readonly Turn[];
  readonly cuts: readonly { readonly at: number; readonly after: boolean }[];
  readonly backs: readonly number[];
}
const script: fc.Arbitrary<Script> = fc.record({
  turns: fc.array(turn, { maxLength: 10 }),
  cuts: fc.array(fc.record({ at: fc.integer({ min: 1, max: 12 }), after: fc.boolean() }), { maxLength: 4 }),
  backs: fc.array(fc.nat(20), { maxLength: 3 }),
});

/** What came of it. */
interface Life {
  readonly end: TaskPage;
  /** Answers that reached the disk, in order. */
  readonly answered: readonly string[];
  /** Names of acts as they ran, with repetitions. */
  readonly ran: readonly string[];
}

function scriptOf(turns: readonly Turn[], ran: string[]): TaskScript<'test-device'> {
  return async (guide) => {
    const seen: (string | number)[] = [];
    for (let at = 0; at < turns.length; at += 1) {
      const one = turns[at];
      if (!one) break;
      const facts = { at };
      if (one.does === 'do') await guide.do(one.step, facts);
      if (one.does === 'count') seen.push(await guide.count(one.step, 99, facts));
      if (one.does === 'forget') {
        const text = await guide.enter(
          one.step,
          'enrolment-code',
          { longest: 9, right: () => true, forget: true },
          facts,
        );
        seen.push(text.length);
      }
      if (one.does === 'choose' && 'over' in one) {
        const answer = await guide.choose(one.step, ['on', 'over'], facts);
        if (answer === 'over') at += one.over;
        seen.push(answer);
      }
      if (one.does === 'look') seen.push(await guide.look(one.step, 1, async () => at));
      if (one.does === 'must-finish') guide.mustFinish();
      if (one.does === 'act') {
        seen.push(
          await guide.act(one.step, 1, async ({ act }) => {
            ran.push(act);
            return seen.length;
          }),
        );
      }
    }
    return taskDone({ seen: seen.join(' ') });
  };
}

/** Lives through a task; each cut counts its writes from the restart before it. */
async function live(turns: readonly Turn[], cuts: Script['cuts'], backs: readonly number[]): Promise<Life> {
  const ran: string[] = [];
  const answered: string[] = [];
  const scripts = { 'test-device': scriptOf(turns, ran) };
  const bench = new DeskBench(scripts);
  const left = [...cuts];
  const next = () => {
    const cut = left.shift();
    return cut ? new FailingPower(cut.at, cut.after) : null;
  };
  let power = next();
  power?.watch(bench.store);
  let touches = 0;
  for (let round = 0; round < 400; round += 1) {
    let before: number | null = null;
    try {
      if (bench.desk.page() === null) bench.desk.begin('test-device', ALONE);
      await settled();
      const page = bench.desk.page();
      if (bench.crashes.length === 0 && page) {
        if (page.ask.kind === 'end') return { end: page, answered, ran };
        const at = Number(page.facts.at);
        touches += 1;
        if (backs.includes(touches) && page.back) bench.desk.back();
        else {
          before = bench.answersOnDisk();
          bench.desk.answer(page.step, answerTo(turns[at]));
        }
        if (before !== null && bench.answersOnDisk() > before) {
          answered.push(`${at}`);
          before = null;
        }
      }
      await settled();
    } catch (error) {
      if (!(error instanceof PowerGone)) throw error;
    }
    const other = bench.crashes.filter((crash) => !(crash instanceof PowerGone));
    if (other.length > 0) throw other[0];
    if (!power?.failed) continue;
    power = next();
    bench.crashes.length = 0;
    bench.cut();
    power?.watch(bench.store);
    // The last touch may be on disk though nobody was told.
    if (before !== null && bench.answersOnDisk() > before) answered.push('told-late');
  }
  throw new Error('the task came to no end');
}

function answerTo(one: Turn | undefined): string | number | null {
  if (one?.does === 'count') return 7;
  if (one?.does === 'forget') return 'SECRET';
  return one && 'answer' in one ? one.answer : null;
}

it('ends the same however often the power fails: answers once, acts at least once under one name', async () => {
  await fc.assert(
    fc.asyncProperty(script, async ({ turns, cuts }) => {
      const plain = await live(turns, [], []);
      const cut = await live(turns, cuts, []);
      expect(cut.end.facts).toEqual(plain.end.facts);
      expect(cut.end.ask).toEqual(plain.end.ask);
      expect(cut.answered.length).toBeLessThanOrEqual(plain.answered.length);
      const places = cut.answered.filter((one) => one !== 'told-late');
      expect(new Set(places).size).toBe(places.length);
      const names = [...new Set(cut.ran)];
      const parts = (name: string) => name.slice('task-0123456789abcdef'.length);
      expect(names.map(parts)).toEqual(plain.ran.map(parts));
      expect(new Set(names.map((name) => name.slice(0, 21))).size).toBeLessThanOrEqual(1);
      expect(cut.ran.length).toBeLessThanOrEqual(plain.ran.length + cuts.length);
    }),
    { numRuns: 40 },
  );
}, 60_000);

it('ends the same after second thoughts: what is taken back is asked again, and no act is done again', async () => {
  await fc.assert(
    fc.asyncProperty(script, async ({ turns, backs }) => {
      const plain = await live(turns, [], []);
      const thought = await live(turns, [], backs);
      expect(thought.end.facts).toEqual(plain.end.facts);
      expect(thought.ran.length).toBe(plain.ran.length);
    }),
    { numRuns: 25 },
  );
}, 60_000);
