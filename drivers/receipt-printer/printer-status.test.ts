import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isStatusByte,
  isThroughByte,
  printTroubleOf,
  readCondition,
  type StatusBytes,
} from './printer-status.ts';

const well: StatusBytes = [0x12, 0x12, 0x12, 0x12];
const withByte = (kind: 1 | 2 | 3 | 4, byte: number): StatusBytes => {
  const [a, b, c, d] = well;
  return [kind === 1 ? byte : a, kind === 2 ? byte : b, kind === 3 ? byte : c, kind === 4 ? byte : d];
};

describe('DLE EOT (protocols.md 3.2)', () => {
  it.each<[StatusBytes, object, string | null]>([
    [well, { paper: 'full', cover: 'closed', cutter: 'ok', online: true }, null],
    [withByte(1, 0x1a), { online: false }, 'printer-offline'],
    [withByte(2, 0x32), { paper: 'out' }, 'paper-out'],
    [withByte(2, 0x16), { cover: 'open' }, 'cover-open'],
    [withByte(3, 0x1a), { cutter: 'error' }, 'cutter-error'],
    [withByte(3, 0x32), {}, 'unrecoverable-error'],
    [withByte(4, 0x1e), { paper: 'low' }, null],
    [withByte(4, 0x7e), { paper: 'out' }, 'paper-out'],
    [withByte(4, 0x72), { paper: 'out' }, 'paper-out'],
    [[0x1a, 0x32, 0x12, 0x7e], { paper: 'out', online: false }, 'paper-out'],
    [[0x1a, 0x52, 0x52, 0x12], { online: false }, null],
  ])('reads %j', (bytes, status, name) => {
    const condition = readCondition(bytes);
    if (!condition.ok) throw new Error(condition.error.code);
    expect(condition.value.status).toMatchObject(status);
    const trouble = printTroubleOf(condition.value);
    expect(trouble?.kind === 'device' ? trouble.code : (trouble?.kind ?? null)).toBe(name);
  });

  it.each([0x00, 0x10, 0x02, 0x13, 0x92, 0xff])('rejects %i: the fixed bits are wrong', (byte) => {
    for (const kind of [1, 2, 3, 4] as const) {
      expect(readCondition(withByte(kind, byte))).toMatchObject({ error: { code: 'bad-status' } });
    }
  });

  it('decides any four bytes, and takes no byte for two kinds of answer', () => {
    const byte = fc.nat(255);
    fc.assert(
      fc.property(fc.tuple(byte, byte, byte, byte), (bytes) => {
        const condition = readCondition(bytes);
        expect(condition.ok).toBe(bytes.every(isStatusByte));
        for (const one of bytes) expect(isStatusByte(one) && isThroughByte(one)).toBe(false);
      }),
    );
  });
});
