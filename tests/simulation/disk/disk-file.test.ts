import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noFigures } from './disk-act.ts';
import { DiskFile } from './disk-file.ts';
import { FileNames } from './file-names.ts';
import { randomNumbers } from './random-numbers.ts';
import { SECTOR } from './unsynced-writes.ts';

const change = fc.oneof(
  { arbitrary: fc.record({ at: fc.nat(3_000), length: fc.integer({ min: 1, max: 2_000 }) }), weight: 5 },
  { arbitrary: fc.record({ size: fc.nat(3_000) }), weight: 1 },
  { arbitrary: fc.constant('sync' as const), weight: 2 },
);

/** Bytes that tell which change wrote them. */
const mark = (number: number, length: number) => new Uint8Array(length).fill(1 + (number % 250));

describe('a file on the simulated disk', () => {
  it('is read as a plain array of bytes would be, whatever is synced', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const file = new DiskFile(0o600, 0);
        let plain = new Uint8Array(0);
        changes.forEach((one, number) => {
          if (one === 'sync') file.sync();
          else if ('size' in one) {
            file.truncate(one.size, number);
            const cut = new Uint8Array(one.size);
            cut.set(plain.subarray(0, one.size));
            plain = cut;
          } else {
            file.write(one.at, mark(number, one.length), number);
            const grown = new Uint8Array(Math.max(plain.length, one.at + one.length));
            grown.set(plain);
            grown.set(mark(number, one.length), one.at);
            plain = grown;
          }
          expect(Buffer.compare(file.content, plain)).toBe(0);
        });
      }),
    );
  });

  it('keeps what was synced, and of the rest whole sectors of some of the writes', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), fc.integer(), (changes, seed) => {
        const file = new DiskFile(0o600, 0);
        const allowed = new Map<number, Set<number>>();
        const allow = (offset: number) => allowed.get(offset) ?? new Set([0]);
        changes.forEach((one, number) => {
          if (one === 'sync') {
            file.sync();
            allowed.clear();
            file.content.forEach((byte, offset) => void allowed.set(offset, new Set([byte])));
          } else if ('size' in one) {
            file.truncate(one.size, number);
            for (const [offset, bytes] of allowed) if (offset >= one.size) bytes.add(0);
          } else {
            file.write(one.at, mark(number, one.length), number);
            for (let offset = one.at; offset < one.at + one.length; offset += 1) {
              allowed.set(offset, allow(offset).add(1 + (number % 250)));
            }
          }
        });
        file.cutPower(randomNumbers(seed), noFigures());
        const left = file.content.slice();
        const strange = [...left.keys()].filter((offset) => !allow(offset).has(left[offset] ?? 0));
        expect(strange).toEqual([]);
        file.cutPower(randomNumbers(seed + 1), noFigures());
        expect(Buffer.compare(file.content, left)).toBe(0);
      }),
    );
  });

  it('tears a write between sectors of the medium, never within one', () => {
    const file = new DiskFile(0o600, 0);
    file.write(0, new Uint8Array(8 * SECTOR), 0);
    file.sync();
    file.write(100, new Uint8Array(4 * SECTOR).fill(9), 0);
    const figures = noFigures();
    const chances = [0.5, 0.9, 0.1, 0.9, 0.1, 0.9];
    file.cutPower(() => chances.shift() ?? 0.9, figures);
    const written = [...file.content.keys()].filter((offset) => file.content[offset] === 9);
    expect([written[0], written.length]).toEqual([SECTOR, 2 * SECTOR]);
    expect(written).toContain(3 * SECTOR);
    expect(figures).toMatchObject({ tornWrites: 1, lostWrites: 0 });
  });

  it('may lose a new mode until it is synced', () => {
    const file = new DiskFile(0o644, 0);
    file.mode = 0o600;
    file.cutPower(() => 0.1, noFigures());
    expect(file.mode).toBe(0o644);
    file.mode = 0o600;
    file.sync();
    file.cutPower(() => 0.1, noFigures());
    expect(file.mode).toBe(0o600);
  });
});

describe('names on the simulated disk', () => {
  const paths = (names: FileNames) => names.entries().map(([path]) => path);
  const withOne = () => {
    const names = new FileNames();
    const file = new DiskFile(0o600, 0);
    names.add('/a/x', file);
    names.syncFolder('/a');
    return { names, file };
  };

  it('a rename is one or the other name, never both and never none', () => {
    const seen = Array.from({ length: 30 }, (_, seed) => {
      const { names, file } = withOne();
      names.rename('/a/x', '/a/y', file);
      names.cutPower(randomNumbers(seed));
      return paths(names).join();
    });
    expect(new Set(seen)).toEqual(new Set(['/a/x', '/a/y']));
  });

  it('are certain once their own folder was synced, not another', () => {
    const { names } = withOne();
    names.remove('/a/x');
    names.add('/b/z', new DiskFile(0o600, 0));
    names.syncFolder('/b');
    names.cutPower(() => 0.1);
    expect(paths(names)).toEqual(['/b/z', '/a/x'].sort());
    names.remove('/a/x');
    names.syncFolder('/a');
    names.cutPower(() => 0.1);
    expect(paths(names)).toEqual(['/b/z']);
  });

  it('may come and go in any order: the later change can outlive the earlier', () => {
    const { names, file } = withOne();
    names.add('/a/new', new DiskFile(0o600, 0));
    names.rename('/a/x', '/a/y', file);
    const chances = [0.5, 0.9, 0.1];
    names.cutPower(() => chances.shift() ?? 0);
    expect(paths(names)).toEqual(['/a/y']);
  });
});
