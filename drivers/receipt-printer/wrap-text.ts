import { columnsOf } from './printable-text.ts';

/** Marks that must not begin a line (GB/T 15834). */
const NO_LINE_START = /^[，。、；：！？）》」』”’％,.;:!?)\]%]/u;

/** Words of Latin letters and digits hold together; every Chinese character may stand at a line's end. */
const piecesOf = (text: string): string[] => text.match(/[\x21-\x7e]+|\x20+|[^\x20-\x7e]/gu) ?? [];

/** A word longer than the line is cut where the line ends; Chinese characters are never cut. */
function cutLong(piece: string, columns: number): string[] {
  if (columnsOf(piece) <= columns) return [piece];
  const parts: string[] = [];
  for (let at = 0; at < piece.length; at += columns) parts.push(piece.slice(at, at + columns));
  return parts;
}

/**
 * Breaks printable text into lines of at most `columns` half-width columns (at least 4). No line begins with a
 * closing mark while the character before it can go along, and no line ends in blanks.
 */
export function wrapText(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line: string[] = [];
  const used = (): number => columnsOf(line.join(''));
  const finish = (): void => {
    lines.push(line.join('').trimEnd());
    line = [];
  };
  for (const piece of piecesOf(text).flatMap((whole) => cutLong(whole, columns))) {
    if (used() + columnsOf(piece) > columns) {
      const last = line.length > 1 && NO_LINE_START.test(piece) ? line.pop() : undefined;
      finish();
      if (last !== undefined && columnsOf(last) + columnsOf(piece) <= columns) line.push(last);
      else if (last !== undefined) lines.push(last.trimEnd());
    }
    if (piece.trim() !== '' || line.length > 0) line.push(piece);
  }
  if (line.join('').trim() !== '') finish();
  return lines.length > 0 ? lines : [''];
}
