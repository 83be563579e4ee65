import { PNG } from 'pngjs';
import QRCode from 'qrcode';
import { describe, expect, it } from 'vitest';
import { EscPosParser } from './escpos-parser.ts';
import { PaperRoll, type PrintedPaper } from './paper-roll.ts';
import { drawReceipt } from './receipt-picture.ts';

/** What these bytes put on paper. */
function printed(...parts: (string | number)[]): PrintedPaper {
  const roll = new PaperRoll(48);
  const bytes = parts.flatMap((part) =>
    typeof part === 'number' ? [part] : [...Buffer.from(part, 'latin1')],
  );
  for (const command of new EscPosParser().push(bytes)) roll.obey(command);
  return roll.uncut;
}
const picture = (paper: PrintedPaper): PNG => PNG.sync.read(Buffer.from(drawReceipt(paper, 48)));
const isDark = (png: PNG, x: number, y: number): boolean => (png.data[(y * png.width + x) * 4] ?? 255) < 128;
/** Leftmost and rightmost dark dot. */
function extent(png: PNG): readonly [number, number] {
  const columns = Array.from({ length: png.width }, (_, x) => x).filter((x) =>
    Array.from({ length: png.height }, (_, y) => y).some((y) => isDark(png, x, y)),
  );
  return [columns[0] ?? -1, columns.at(-1) ?? -1];
}

describe('the picture of a receipt says what the wire said', () => {
  it('is as wide as the paper, and blank where nothing was printed', () => {
    const png = picture(printed(0x0a, 0x0a));
    expect(png.width).toBe(576 + 48);
    expect(extent(png)).toEqual([-1, -1]);
  });

  it('puts text left, centred and right', () => {
    const [left] = extent(picture(printed('AA', 0x0a)));
    const [centreLeft, centreRight] = extent(picture(printed(0x1b, 0x61, 1, 'AA', 0x0a)));
    const [, right] = extent(picture(printed(0x1b, 0x61, 2, 'AA', 0x0a)));
    expect(left).toBeLessThan(30);
    expect(Math.abs((centreLeft + centreRight) / 2 - 312)).toBeLessThan(3);
    expect(right).toBeGreaterThan(594);
  });

  it('doubles width and height when told to', () => {
    const [small, large] = [picture(printed('A', 0x0a)), picture(printed(0x1d, 0x21, 0x11, 'A', 0x0a))];
    const widthOf = (png: PNG): number => extent(png)[1] - extent(png)[0];
    expect(widthOf(large)).toBeGreaterThan(1.7 * widthOf(small));
    expect(large.height).toBe(small.height + 24);
  });

  it('draws a code that a phone reads: every module as the encoder has it', () => {
    const store = ['\x1d(k', 3 + 12, 0, '1P0', 'HN-2026-0007'];
    const png = picture(
      printed('\x1d(k', 3, 0, '1C\x06', '\x1d(k', 3, 0, '1E1', ...store, '\x1d(k', 3, 0, '1Q0'),
    );
    const { modules } = QRCode.create('HN-2026-0007', { errorCorrectionLevel: 'M' });
    for (let row = 0; row < modules.size; row += 1) {
      for (let column = 0; column < modules.size; column += 1) {
        const dark = isDark(png, 24 + column * 6 + 3, 24 + row * 6 + 3);
        expect(dark).toBe(modules.get(row, column) === 1);
      }
    }
  });
});
