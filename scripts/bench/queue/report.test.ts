import { expect, it } from 'vitest';
import { type Entry, enqueueFigures } from './enqueue-figures.ts';
import { table } from './report.ts';

const entry = (name: string, perSecond: number): Entry => ({
  name,
  settings: '',
  perSecond,
  p50Ms: 0.1,
  p99Ms: 0.2,
  maxMs: 0.3,
  commits: 300,
  syncs: 300,
});

it('each rate is compared with raw SQLite under FULL', () => {
  const all = [entry('raw FULL', 8_000), entry('raw NORMAL', 50_000), entry('outbox', 6_000)];
  const figures = enqueueFigures([...all, entry('accept', 4_000), entry('plainjobs own', 24_000)]);
  expect(figures.enqueue.ofRaw).toBe(0.75);
  expect(figures.accept.ofRaw).toBe(0.5);
  expect(figures.peers.map(({ name, ofRaw }) => [name, ofRaw])).toEqual([['plainjobs own', 3]]);
  expect(() => enqueueFigures(all)).toThrow('accept was not measured');
});

it('columns stand under each other', () => {
  expect(table(['a', 'b'], [['long', 1]])).toBe('a     b\nlong  1\n');
});
