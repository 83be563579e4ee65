import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CLOSING_REASONS } from '../../src/contracts/maintenance/closed-service.ts';
import type { TaskFacts } from '../../src/contracts/maintenance/page.ts';
import { TASK_KINDS, TASKS } from '../../src/contracts/maintenance/tasks.ts';
import type { FoundWord } from '../../src/ports/maintenance/custody-desk.ts';
import { STOPS } from '../../src/ports/maintenance/decommissioning.ts';
import { ENROLMENT_TROUBLES } from '../../src/ports/maintenance/enrolment.ts';
import { EXPORT_TROUBLES } from '../../src/ports/maintenance/log-export.ts';
import { CLOCK_TROUBLES } from '../../src/ports/maintenance/machine-clock.ts';
import { NETWORK_TROUBLES } from '../../src/ports/maintenance/network.ts';
import { UNKNOWN_ADVICE } from '../../src/transaction/unknown-advice.ts';
import { catalogueOf } from './catalogue.ts';
import { type Sentence, type StepWords, TECHNICIAN_PICTURES } from './task-words.ts';

const SCRIPTS = new URL('../../src/maintenance/tasks/', import.meta.url);
/** Facts of every name a sentence may look for. */
const ALL_FACTS: TaskFacts = new Proxy<Record<string, string>>({}, { get: (_, name) => `<${String(name)}>` });

const sources = readdirSync(SCRIPTS)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => readFileSync(new URL(file, SCRIPTS), 'utf8'));

/** The values a script offers where it names them beside the question. */
function offered(source: string): readonly string[] {
  return [...source.matchAll(/choose(?:<[^>]*>)?\(\s*'[a-z-]+',([^;]*?)\);/gs)].flatMap(([, rest = '']) =>
    [...(rest.match(/\[([^\]]*)\]/)?.[1] ?? '').matchAll(/'([a-z-]+)'/g)].map(([, value = '']) => value),
  );
}
/** Values of a closed set that a script offers by its name. */
const sets = sources.flatMap((source) =>
  [...source.matchAll(/_EXPLANATIONS = \[([^\]]*)\]/g)].flatMap(([, list = '']) =>
    [...list.matchAll(/'([a-z-]+)'/g)].map(([, value = '']) => value),
  ),
);

const FOUND: Record<FoundWord, true> = {
  'in-bin': true,
  'in-path': true,
  'in-stack': true,
  'in-bag': true,
  'not-here': true,
};
/** Codes that tasks bring along in `code` or `why`, beside those of the devices. */
const CODES = [
  ...EXPORT_TROUBLES,
  ...CLOCK_TROUBLES,
  ...NETWORK_TROUBLES,
  ...ENROLMENT_TROUBLES,
  ...['not-reached', 'enrolled-already', 'not-told', 'not-enrolled', 'not-empty', 'no-interface'],
  ...['paper-out', 'cover-open', 'cutter-error', 'print-not-right', 'stopped', 'taken-back'],
  ...['stock-empty', 'card-inside', 'nothing-typed', 'picture-not-right', 'not-heard'],
  ...['not-seen-by-technician', 'fields-missed', 'not-configured', 'command-failed', 'command-timeout'],
  ...['no-answer', 'driver-refused', 'trial-running', 'table-not-writable', 'another-card', 'interrupted'],
  ...['card-out-of-sight', 'card-retained', 'card-stuck'],
  ...['script-changed', 'busy', 'nothing-in-path', 'another-card-in-path', 'bin-full', 'jammed', 'machine'],
];

const said = (sentence: Sentence, facts: TaskFacts) =>
  typeof sentence === 'string' ? sentence : sentence(facts);

describe.each(['zh-CN', 'en'] as const)('a technician reads in %s', (language) => {
  const { tasks } = catalogueOf(language);
  const steps = TASK_KINDS.flatMap((kind) => {
    const words: Readonly<Record<string, StepWords>> = tasks.tasks[kind].steps;
    return TASKS[kind].steps.map((step) => [`${kind} ${step}`, words[step]] as const);
  });

  it.each(steps)('a sentence for the step %s, with all its facts and with none', (_, words) => {
    expect(words).toBeDefined();
    if (words === undefined) return;
    for (const facts of [{}, ALL_FACTS])
      for (const sentence of [words.title, words.lead, words.running]) {
        if (sentence === undefined) continue;
        expect(said(sentence, facts)).not.toMatch(/undefined|NaN|^$/);
      }
  });

  it('words for every value that the scripts offer', () => {
    const known = new Set(steps.flatMap(([, words]) => Object.keys(words?.values ?? {})));
    const wanted = [
      ...new Set([...sources.flatMap(offered), ...sets, ...Object.keys(FOUND), ...CLOSING_REASONS]),
    ];
    expect(wanted.length).toBeGreaterThan(25);
    expect(wanted.filter((value) => !known.has(value) && tasks.values[value] === undefined)).toEqual([]);
  });

  it('words for every unknown, and its advice', () => {
    for (const unknown of Object.keys(UNKNOWN_ADVICE)) {
      expect(tasks.values[unknown]).toBeDefined();
      const { lead } = tasks.tasks['settle-unknown'].steps.advice;
      expect(lead === undefined ? '' : said(lead, { unknown }).length).toBeGreaterThan(10);
    }
  });

  it('nothing of a bag, a load or a settled card where there was none', () => {
    const words = (kind: 'empty-retain-bin' | 'load-cards' | 'settle-unknown', facts: TaskFacts) => {
      const { title, lead }: StepWords = tasks.tasks[kind].steps.done;
      return [said(title, facts), lead === undefined ? '' : said(lead, facts)];
    };
    expect(words('empty-retain-bin', { bag: '' })).not.toEqual(words('empty-retain-bin', { bag: 'HN-1' }));
    expect(words('load-cards', { blanks: 0 })).not.toEqual(words('load-cards', { blanks: 98 }));
    const ends = [{ place: '' }, { kind: 'transaction', place: '' }, { kind: 'card', place: 'rejected' }];
    expect(new Set(ends.map((facts) => words('settle-unknown', facts).join())).size).toBe(3);
  });

  it('a sentence for every code of the tasks, and a name for what a kiosk is kept for', () => {
    expect(CODES.filter((code) => (tasks.codes[code] ?? '') === '')).toEqual([]);
    expect(STOPS.filter((left) => tasks.facts[left] === undefined)).toEqual([]);
  });

  it('a name for every drawing', () => {
    for (const name of TECHNICIAN_PICTURES) expect(tasks.pictures[name]).not.toBe('');
  });

  it('no code without a sentence', () => {
    expect(tasks.unknownCode('x-17')).toMatch(/.{8,}x-17/);
    expect(tasks.reasonCode('x-17')).toContain('x-17');
  });
});
