import { describe, expect, it } from 'vitest';
import type { TaskKind } from '../../../../src/contracts/maintenance/tasks.ts';
import { type TaskScript, taskDone } from '../../../../src/maintenance/guide.ts';
import { settled } from '../../virtual-clock.ts';
import type { TaskScripts } from '../task-desk.ts';
import { ALONE, DeskBench } from './desk-bench.ts';

const scripts = <K extends TaskKind>(kind: K, script: TaskScript<K>): TaskScripts => ({ [kind]: script });

/** Two answers, an act, an answer. */
const paper = (acts: string[] = [], ends: Promise<unknown> = Promise.resolve()) =>
  scripts('change-paper', async (guide) => {
    await guide.do('open-cover');
    const right = await guide.choose('paper-right', ['yes', 'no']);
    const printed = await guide.act('print-test', 5, async ({ act, again }) => {
      acts.push(`${act.slice(-10)} ${again}`);
      await ends;
      return 'printed';
    });
    await guide.do('printer-says', { printed });
    return taskDone({ right });
  });

const never = new Promise<never>(() => undefined);

describe('a guided task', () => {
  it('asks step by step, and ends with the facts of its last screen', async () => {
    const bench = new DeskBench(paper());
    bench.desk.begin('change-paper', ALONE);
    await settled();
    expect(bench.desk.page()).toEqual({
      kind: 'change-paper',
      step: 'open-cover',
      progress: { step: 1, of: 7 },
      facts: {},
      ask: { kind: 'do' },
      back: false,
      leave: 'give-up',
    });
    await bench.answer('open-cover', null);
    await bench.answer('paper-right', 'yes');
    expect(bench.desk.page()).toMatchObject({ step: 'printer-says', facts: { printed: 'printed' } });
    await bench.answer('printer-says', null);
    expect(bench.desk.page()).toMatchObject({
      step: 'done',
      ask: { kind: 'end', outcome: 'done' },
      progress: { step: 7, of: 7 },
      facts: { right: 'yes' },
    });
    expect(bench.desk.unfinished()).toEqual([]);
    bench.desk.leave();
    expect(bench.desk.page()).toBeNull();
    expect(bench.events()).toEqual([
      'task-started change-paper T-0417 null false',
      'task-ended change-paper T-0417 done null',
    ]);
  });

  it('ends a task that this kiosk leads through no more, instead of showing it for ever', async () => {
    const bench = new DeskBench(paper());
    bench.desk.begin('change-paper', ALONE);
    await bench.answer('open-cover', null);
    bench.cut({});
    const [task] = bench.desk.unfinished();
    bench.desk.resume(task?.id ?? '', ALONE);
    expect(bench.desk.unfinished()).toEqual([]);
    expect(bench.events().at(-1)).toBe('task-ended change-paper T-0417 failed not-fitted');
  });

  it('drops a touch for another step, and a value that was not asked for', async () => {
    const bench = new DeskBench(paper());
    bench.desk.begin('change-paper', ALONE);
    await settled();
    for (const [step, value] of [
      ['paper-right', null],
      ['open-cover', 'yes'],
    ] as const) {
      await bench.answer(step, value);
      expect(bench.desk.page()?.step).toBe('open-cover');
    }
    bench.desk.answer('open-cover', null);
    // A second touch of the same finger.
    await bench.answer('open-cover', null);
    expect(bench.desk.page()?.step).toBe('paper-right');
    await bench.answer('paper-right', 'perhaps');
    expect(bench.desk.page()?.step).toBe('paper-right');
  });

  it('goes on after a power cut where it stood, in the name of whoever goes on with it', async () => {
    const acts: string[] = [];
    const bench = new DeskBench(paper(acts, never));
    bench.desk.begin('change-paper', ALONE);
    await settled();
    await bench.answer('open-cover', null);
    await bench.answer('paper-right', 'no');
    expect(bench.desk.page()).toMatchObject({ step: 'print-test', leave: 'no', ask: { kind: 'running' } });
    bench.cut(paper(acts));
    expect(bench.desk.unfinished()).toMatchObject([
      { kind: 'change-paper', step: 'print-test', technician: 'T-0417', mustFinish: false },
    ]);
    bench.desk.begin('change-paper', { technician: 'T-0981', second: null });
    await settled();
    expect(acts).toEqual(['print-test false', 'print-test true']);
    expect(bench.desk.page()).toMatchObject({ step: 'printer-says', leave: 'later', back: false });
    expect(bench.desk.unfinished()).toMatchObject([{ technician: 'T-0981' }]);
    expect(bench.events().at(-1)).toBe('task-started change-paper T-0981 null true');
  });

  it('is never gone on with by a script that asks otherwise than the record says', async () => {
    const bench = new DeskBench(paper());
    bench.desk.begin('change-paper', ALONE);
    await settled();
    await bench.answer('open-cover', null);
    bench.cut(
      scripts('change-paper', async (guide) => {
        await guide.do('put-roll');
        return taskDone();
      }),
    );
    bench.desk.begin('change-paper', ALONE);
    await settled();
    expect(bench.desk.page()).toMatchObject({
      ask: { kind: 'end', outcome: 'failed' },
      facts: { code: 'script-changed' },
    });
    expect(bench.events().at(-1)).toBe('task-ended change-paper T-0417 failed script-changed');
    expect(bench.desk.unfinished()).toEqual([]);
  });

  it('takes the last answer back, and none before an act', async () => {
    const bench = new DeskBench(paper());
    bench.desk.begin('change-paper', ALONE);
    await settled();
    await bench.answer('open-cover', null);
    expect(bench.desk.page()?.back).toBe(true);
    bench.desk.back();
    await settled();
    expect(bench.desk.page()).toMatchObject({ step: 'open-cover', back: false });
    await bench.answer('open-cover', null);
    await bench.answer('paper-right', 'no');
    expect(bench.desk.page()).toMatchObject({ step: 'printer-says', back: false });
    bench.desk.back();
    expect(bench.desk.page()?.step).toBe('printer-says');
  });

  it('is given up where nothing happened, else left for later; a technician who is gone gives nothing up', async () => {
    const bench = new DeskBench(paper());
    bench.desk.begin('change-paper', ALONE);
    await settled();
    bench.desk.pause();
    expect(bench.desk.page()).toBeNull();
    expect(bench.desk.unfinished()).toHaveLength(1);
    bench.desk.begin('change-paper', ALONE);
    await settled();
    bench.desk.leave();
    expect(bench.desk.unfinished()).toEqual([]);
    bench.desk.begin('change-paper', ALONE);
    await settled();
    await bench.answer('open-cover', null);
    await bench.answer('paper-right', 'no');
    bench.desk.leave();
    expect(bench.desk.unfinished()).toHaveLength(1);
    expect(bench.events().filter((event) => event.startsWith('task-ended'))).toEqual([
      'task-ended change-paper T-0417 later null',
      'task-ended change-paper T-0417 given-up null',
      'task-ended change-paper T-0417 later null',
    ]);
  });

  it('waits for an act that is under way before it is left', async () => {
    let printed = (_: unknown): void => undefined;
    const acts: string[] = [];
    const bench = new DeskBench(
      paper(
        acts,
        new Promise((resolve) => {
          printed = resolve;
        }),
      ),
    );
    bench.desk.begin('change-paper', ALONE);
    await settled();
    await bench.answer('open-cover', null);
    await bench.answer('paper-right', 'no');
    bench.desk.pause();
    expect(bench.desk.page()?.step).toBe('print-test');
    printed(null);
    await settled();
    expect(bench.desk.page()).toBeNull();
    bench.desk.begin('change-paper', ALONE);
    await settled();
    expect(acts).toEqual(['print-test false']);
    expect(bench.desk.page()?.step).toBe('printer-says');
  });

  it('must be finished once something was perhaps moved by hand, from before that step is shown', async () => {
    const bench = new DeskBench(
      scripts('load-cards', async (guide) => {
        await guide.do('pack-label');
        guide.mustFinish();
        await guide.do('put-in');
        await guide.do('book');
        return taskDone();
      }),
    );
    bench.desk.begin('load-cards', ALONE);
    await settled();
    await bench.answer('pack-label', null);
    expect(bench.desk.page()).toMatchObject({ step: 'put-in', leave: 'later', back: false });
    bench.cut();
    expect(bench.desk.unfinished()).toMatchObject([{ step: 'put-in', mustFinish: true }]);
    bench.desk.begin('load-cards', ALONE);
    await settled();
    await bench.answer('put-in', null);
    expect(bench.desk.page()).toMatchObject({ step: 'book', back: true });
  });

  it('keeps no text that is to be forgotten, and asks for it again after a power cut', async () => {
    const enrolling = scripts('enrol', async (guide) => {
      const how = await guide.choose('how', ['typed', 'scanned']);
      const code = await guide.enter('enter-code', 'enrolment-code', {
        longest: 8,
        right: (text) => text.length === 8,
        forget: true,
      });
      const sure = await guide.choose('not-enrolled', ['again', 'stop']);
      return taskDone({ how, length: code.length, sure });
    });
    const bench = new DeskBench(enrolling);
    bench.desk.begin('enrol', ALONE);
    await settled();
    await bench.answer('how', 'typed');
    await bench.answer('enter-code', 'SHORT');
    expect(bench.desk.page()?.ask).toMatchObject({ kind: 'enter', problem: true, value: '' });
    await bench.answer('enter-code', 'SECRET42');
    bench.desk.back();
    await settled();
    expect(bench.desk.page()?.step).toBe('enter-code');
    await bench.answer('enter-code', 'SECRET42');
    expect(JSON.stringify(bench.onDisk())).not.toContain('SECRET42');
    bench.cut();
    bench.desk.begin('enrol', ALONE);
    await settled();
    expect(bench.desk.page()?.step).toBe('enter-code');
    await bench.answer('enter-code', 'SECRET42');
    await bench.answer('not-enrolled', 'stop');
    expect(bench.desk.page()).toMatchObject({ facts: { how: 'typed', length: 8, sure: 'stop' } });
  });

  it('lets a script that throws crash the core, and goes on with it afterwards', async () => {
    const bench = new DeskBench(
      scripts('set-clock', async () => {
        throw new Error('a mistake');
      }),
    );
    bench.desk.begin('set-clock', ALONE);
    await settled();
    expect(bench.crashes).toEqual([new Error('a mistake')]);
    expect(bench.desk.unfinished()).toHaveLength(1);
  });

  it('looks once: what was seen is seen by a replay', async () => {
    let looks = 0;
    const looking = scripts('set-network', async (guide) => {
      const seen = await guide.look('look', 1, async () => {
        looks += 1;
        return looks;
      });
      await guide.do('try', { seen });
      return taskDone({ seen });
    });
    const bench = new DeskBench(looking);
    bench.desk.begin('set-network', ALONE);
    await settled();
    bench.cut();
    bench.desk.begin('set-network', ALONE);
    await settled();
    expect(bench.desk.page()?.facts).toEqual({ seen: 1 });
  });
});
