import type { TaskFacts } from '../../contracts/maintenance/page.ts';
import type { TaskKind, TaskStep } from '../../contracts/maintenance/tasks.ts';
import { actName, type Guide } from '../guide.ts';

type Answer = string | number;

/** What a guide by hand was asked, in order, for a test to look at. */
export interface GuideByHand<K extends TaskKind> extends Guide<K> {
  readonly asked: readonly { readonly step: string; readonly facts: TaskFacts; readonly shown: unknown }[];
}

/**
 * A guide for unit tests of task scripts: answers come from a list for each step, used in turn (the last one stands for
 * all after it); acts run at once. Steps without an answer are only touched.
 */
export function guideByHand<K extends TaskKind>(
  answers: { readonly [S in TaskStep<K>]?: Answer | readonly Answer[] },
  options: { readonly second?: string | null; readonly again?: boolean } = {},
): GuideByHand<K> {
  const asked: { step: string; facts: TaskFacts; shown: unknown }[] = [];
  const turns = new Map<string, number>();
  const acts = new Map<string, number>();
  const task = 'task-00000001';
  const next = (step: TaskStep<K>, facts: TaskFacts | undefined, shown: unknown): Answer | undefined => {
    asked.push({ step, facts: facts ?? {}, shown });
    const given = answers[step];
    if (!Array.isArray(given)) return given as Answer | undefined;
    const turn = turns.get(step) ?? 0;
    turns.set(step, turn + 1);
    return given[Math.min(turn, given.length - 1)];
  };
  const must = <T extends Answer>(step: TaskStep<K>, facts: TaskFacts | undefined, shown: unknown): T => {
    const answer = next(step, facts, shown);
    if (answer === undefined) throw new Error(`no answer for ${step}`);
    return answer as T;
  };
  const { signal } = new AbortController();
  return {
    asked,
    task,
    technician: 'T-0417',
    second: options.second ?? null,
    async do(step, facts) {
      next(step, facts, 'do');
    },
    count: async (step, most, facts) => must<number>(step, facts, { most }),
    async choose(step, choices, facts) {
      const values = choices.map((one) => (typeof one === 'string' ? one : one.value));
      const answer = must<string>(step, facts, values);
      const found = values.find((value) => value === answer);
      if (found === undefined) throw new Error(`${step} does not offer ${answer}, only ${values.join(', ')}`);
      return found;
    },
    async enter(step, what, { right }, facts) {
      for (;;) {
        const text = must<string>(step, facts, what);
        if (right(text)) return text;
      }
    },
    async cards(step, list, facts) {
      next(step, facts, list());
    },
    draw: async (step, columns, rows, facts) => must<number>(step, facts, { columns, rows }),
    camera: async (step, facts) => must<'right' | 'not-right'>(step, facts, 'camera'),
    sound: async (step, facts) => must<'heard' | 'not-heard'>(step, facts, 'sound'),
    mustFinish() {
      asked.push({ step: 'must-finish', facts: {}, shown: null });
    },
    async act(step, expectSeconds, run, facts) {
      asked.push({ step, facts: facts ?? {}, shown: { expectSeconds } });
      const before = acts.get(step) ?? 0;
      acts.set(step, before + 1);
      return run({ act: actName(task, step, before), again: options.again ?? false, signal });
    },
    async look(step, expectSeconds, run) {
      asked.push({ step, facts: {}, shown: { expectSeconds } });
      return run(signal);
    },
  };
}
