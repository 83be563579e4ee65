import { expect, it } from 'vitest';
import { sweepEach } from './sweep.ts';

it('INV-8 a part that fails keeps no other from its turn, and is told of afterwards', async () => {
  const done: string[] = [];
  const part = (name: string) => () => Promise.resolve(done.push(name));
  const broken = () => Promise.reject(new Error('damaged'));
  await expect(sweepEach([part('money'), broken, part('rollouts')])).rejects.toThrow(AggregateError);
  expect(done).toEqual(['money', 'rollouts']);
  await expect(sweepEach([part('all well')])).resolves.toBeUndefined();
});
