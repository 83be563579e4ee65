import { describe, expect, it } from 'vitest';
import { inOneRead } from './in-one-read.ts';

/** Answers in small letters; writes down what was asked. */
function reader(known = (_: string): boolean => true) {
  const asked: (readonly string[])[] = [];
  const ask = inOneRead((ids) => {
    asked.push(ids);
    return Promise.resolve(new Map(ids.filter(known).map((id) => [id, id.toLowerCase()])));
  });
  return { asked, ask };
}

describe('reading together', () => {
  it('asks once for all who ask at the same moment, and answers each its own', async () => {
    const { asked, ask } = reader();
    const ids = Array.from({ length: 600 }, (_, at) => `K-${at}`);
    expect(await Promise.all(ids.map(ask))).toEqual(ids.map((id) => id.toLowerCase()));
    expect(asked).toHaveLength(3);
    expect(new Set(asked.flat())).toEqual(new Set(ids));
  });

  it('answers nothing from memory, and null for what is not there', async () => {
    const { asked, ask } = reader((id) => id !== 'K-2');
    expect(await Promise.all([ask('K-1'), ask('K-1'), ask('K-2')])).toEqual(['k-1', 'k-1', null]);
    await ask('K-1');
    expect(asked).toHaveLength(2);
  });

  it('asks with few different numbers of ids', async () => {
    const { asked, ask } = reader();
    for (const length of [1, 2, 5, 9, 40, 70, 200]) {
      await Promise.all(Array.from({ length }, (_, at) => ask(`K-${at}`)));
    }
    expect(asked.map(({ length }) => length)).toEqual([1, 8, 8, 64, 64, 250, 250]);
  });

  it('tells all who asked where it failed, and goes on', async () => {
    let broken = true;
    const ask = inOneRead<string>((ids) =>
      broken ? Promise.reject(new Error('gone')) : Promise.resolve(new Map(ids.map((id) => [id, id]))),
    );
    const both = await Promise.allSettled([ask('K-1'), ask('K-2')]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    broken = false;
    expect(await ask('K-1')).toBe('K-1');
  });
});
