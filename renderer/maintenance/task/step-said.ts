import type { MaintenancePageOf, TaskFacts, TaskOption } from '../../../src/contracts/maintenance/page.ts';
import type { Sentence, StepWords, TaskCatalogue } from '../../texts/task-words.ts';
import { lookOf } from './step-look.ts';

type TaskPage = MaintenancePageOf<'task'>;

const NOTE_BREAK = ' · ';

const say = (sentence: Sentence, facts: TaskFacts): string =>
  typeof sentence === 'string' ? sentence : sentence(facts);

/** Words of a step; null for one that this page does not know. */
function wordsOf(tasks: TaskCatalogue, { kind, step }: TaskPage): StepWords | null {
  const steps: Readonly<Record<string, StepWords>> = tasks.tasks[kind].steps;
  return steps[step] ?? null;
}

export interface StepSaid {
  readonly title: string;
  readonly lead: string | null;
  readonly button: string;
}

/** What stands above a step and on its button. A step without words says its own name: honest, never blank. */
export function stepSaid(tasks: TaskCatalogue, page: TaskPage): StepSaid {
  const words = wordsOf(tasks, page);
  const { facts, ask } = page;
  const running = ask.kind === 'running' ? words?.running : undefined;
  if (running !== undefined) return { title: say(running, facts), lead: null, button: '' };
  return {
    title: words === null ? page.step : say(words.title, facts),
    lead: words?.lead === undefined ? null : say(words.lead, facts),
    button: words?.button ?? tasks.frame.done,
  };
}

export interface OptionSaid {
  readonly value: string;
  readonly label: string;
  readonly more: readonly string[];
}

/** An option in words: those of the step, those all steps share, or what the option brought itself. */
export function optionSaid(tasks: TaskCatalogue, page: TaskPage, option: TaskOption): OptionSaid {
  const { value } = option;
  const values = wordsOf(tasks, page)?.values;
  // A value may mean another place in another machine: each has its own bin.
  const own = values?.[`${value}/${page.facts.machine}`] ?? values?.[value];
  const { factIs } = lookOf(page.kind, page.step);
  const told = factIs === undefined ? null : valueSaid(tasks, value, page.facts);
  const [label, line] = typeof own === 'string' ? [own, null] : (own ?? [tasks.values[value] ?? value, null]);
  // What the core calls a thing stands as it is, unless the step has a word for that very thing.
  const name = own === undefined ? (option.label ?? label) : label;
  const named = factIs === 'label' && told !== null;
  const more = [
    named && option.label !== null && option.label !== told ? option.label : null,
    factIs === 'note' ? told : null,
    line,
    option.note === null ? null : noteSaid(tasks, option.note),
  ];
  return {
    value,
    label: named ? told : name,
    more: more.flatMap((one) => (one === null || one === '' ? [] : [one])),
  };
}

/** A note may have parts: where a device is, and how it was recognised there. */
const noteSaid = ({ values, codes }: TaskCatalogue, note: string): string =>
  note
    .split(NOTE_BREAK)
    .map((part) => values[part] ?? codes[part] ?? part)
    .join(NOTE_BREAK);

/** A fact for people: a word of a closed set in words (some mean another thing in another fact), all else as it is. */
function valueSaid(tasks: TaskCatalogue, name: string, { [name]: value }: TaskFacts): string | null {
  if (value === undefined || value === '') return null;
  if (typeof value === 'number') return `${value}`;
  return tasks.values[`${name}/${value}`] ?? tasks.values[value] ?? tasks.reasons[value] ?? value;
}

/** What went wrong, as a sentence; null where nothing did. `code` and `why` are a step's trouble. */
export function troubleSaid(tasks: TaskCatalogue, { facts }: TaskPage): string | null {
  const code = facts.code ?? facts.why;
  if (typeof code !== 'string' || code === '') return null;
  return tasks.codes[code] ?? tasks.unknownCode(code);
}

export interface FactSaid {
  readonly key: string;
  readonly label: string;
  readonly value: string;
}

/** Facts with their names: those the step lists, or at an end all that have a name. */
export function factsSaid(tasks: TaskCatalogue, page: TaskPage): readonly FactSaid[] {
  const { facts, ask, kind, step } = page;
  const names = ask.kind === 'end' ? Object.keys(facts) : (lookOf(kind, step).lists ?? []);
  return names.flatMap((key) => {
    const label = tasks.facts[key];
    // A list says what there is; an end says what came of it, nought too.
    if (facts[key] === 0 && ask.kind !== 'end') return [];
    const value = valueSaid(tasks, key, facts);
    return label === undefined || value === null ? [] : [{ key, label, value }];
  });
}

/** Why a card is in a bin; the ledger's own word follows where there is no sentence for it. */
export function reasonSaid(tasks: TaskCatalogue, reason: string, origin: 'blank' | 'resident'): string {
  return tasks.reasons[reason] ?? `${tasks.reasonOther[origin]} · ${tasks.reasonCode(reason)}`;
}
