/** May not begin a line (GB/T 15834): closing marks, and units that belong to the number before them. */
const CLINGS_TO_BEFORE = /^[，。、；：？！）〉》」』】〕”’…％‰℃,.;:?!)\]}%]/u;
/** May not end a line: opening marks. */
const CLINGS_TO_AFTER = /[（〈《「『【〔“‘([{￥¥]$/u;
/** Characters between which a line may be broken without a space. */
const IDEOGRAPHIC =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef]/u;

/**
 * Breaks text into lines at most `width` wide as `widthOf` measures. Latin words and numbers stay whole where they
 * fit a line; Chinese breaks between characters but for the marks that cling. No character is added or lost except
 * spaces at breaks.
 */
export function wrapLines(text: string, width: number, widthOf: (text: string) => number): string[] {
  return text.split(/\r\n|\r|\n/).flatMap((paragraph) => wrapParagraph(paragraph, width, widthOf));
}

function wrapParagraph(text: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  let lineWidth = 0;
  const end = (): void => {
    lines.push(line.trimEnd());
    line = '';
    lineWidth = 0;
  };
  const add = (piece: string): void => {
    const wide = widthOf(piece);
    if (line !== '' && lineWidth + widthOf(piece.trimEnd()) > width) end();
    line += piece;
    lineWidth += wide;
  };
  for (const piece of unbreakable(text)) {
    if (widthOf(piece.trimEnd()) <= width) add(piece);
    else for (const character of piece) add(character);
  }
  end();
  return withoutLoneCharacter(lines);
}

/** A last line of one Chinese character takes its neighbour along. */
function withoutLoneCharacter(lines: string[]): string[] {
  const last = lines.at(-1) ?? '';
  const before = [...(lines.at(-2) ?? '')];
  const moved = before.at(-1) ?? '';
  const stays = before.slice(0, -1).join('');
  const lone = [...last].length === 1 && IDEOGRAPHIC.test(last) && IDEOGRAPHIC.test(moved);
  if (!lone || before.length < 3 || CLINGS_TO_BEFORE.test(moved) || CLINGS_TO_AFTER.test(stays)) return lines;
  return [...lines.slice(0, -2), stays, moved + last];
}

/** Pieces that are kept together; spaces belong to the piece before them. */
function unbreakable(text: string): string[] {
  const pieces: string[] = [];
  for (const character of text) {
    const last = pieces.at(-1);
    if (last !== undefined && joined(last, character)) pieces[pieces.length - 1] = last + character;
    else pieces.push(character);
  }
  return pieces;
}

function joined(before: string, character: string): boolean {
  if (/\s/u.test(character)) return true;
  if (CLINGS_TO_BEFORE.test(character) || CLINGS_TO_AFTER.test(before)) return true;
  if (/[\s-]$/u.test(before) && !/\d-$/u.test(before)) return false;
  return !IDEOGRAPHIC.test(character) && !IDEOGRAPHIC.test(before.slice(-1));
}
