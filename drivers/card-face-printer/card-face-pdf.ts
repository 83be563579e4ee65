import { type DeviceTrouble, deviceTrouble } from '../../src/ports/device-status.ts';
import type { CardFace } from '../../src/ports/document-printer.ts';
import { err, ok, type Result } from '../../src/result.ts';
import type { LoadedFont } from '../document-printer/document-font.ts';
import { type TypeStyle, Typesetter } from '../document-printer/typesetter.ts';

const MM = 72 / 25.4;
/** ISO/IEC 7810 ID-1, which card printers call CR80. */
export const CARD_SIZE = { width: 85.6 * MM, height: 54 * MM } as const;

/** 26 × 32 in proportion (GA 461), under the emblem and above the account number. */
const PHOTO = { x: 5.5 * MM, y: 13.5 * MM, width: 19.5 * MM, height: 24 * MM } as const;
const TEXT_X = 29 * MM;
const TEXT_WIDTH = 52 * MM;
/** Width of the longest label, 社会保障号码, and its gap. */
const LABEL_WIDTH = 18 * MM;
const FIRST_LINE = 18 * MM;
const LINE = 5.9 * MM;
const ACCOUNT = { x: 5.5 * MM, y: 46 * MM, width: 74.6 * MM } as const;
const DATES_Y = 50.6 * MM;

const BLACK = '#000000';
const LABEL: TypeStyle = { weight: 'regular', size: 6.5, colour: BLACK };
const VALUE: TypeStyle = { weight: 'bold', size: 8.5, colour: BLACK };
const NUMBER: TypeStyle = { weight: 'bold', size: 13, colour: BLACK, spacing: 0.6 };
const DATE: TypeStyle = { weight: 'regular', size: 6.5, colour: BLACK };
/** A long name is set smaller down to this, then in two lines. Points. */
const LEAST_NAME = 6;

/**
 * One card face of 85.6 × 54 mm: what is personal, for stock that carries the emblem and the bank's mark. A name
 * the font cannot draw is `glyph-missing`, a photo that is no JPEG `photo-unreadable`: such a card is not printed.
 */
export async function cardFacePdf(
  face: CardFace,
  font: LoadedFont,
  createdAt: number,
): Promise<Result<Uint8Array, DeviceTrouble>> {
  const { photoBase64, ...texts } = face;
  if (Object.values(texts).some((text) => !drawable(text, font))) {
    return err(deviceTrouble('glyph-missing', 'the font has no glyph for a character of this card'));
  }
  const set = new Typesetter(font, { title: '', createdAt });
  set.pdf.addPage({ size: [CARD_SIZE.width, CARD_SIZE.height], margin: 0 });
  if (photoBase64 !== null && !drawPhoto(set, photoBase64)) {
    return err(deviceTrouble('photo-unreadable', 'the photo is not a JPEG picture'));
  }
  drawHolder(set, face);
  const account = face.accountNumber.replaceAll(/\s/g, '').replaceAll(/(.{4})(?=.)/g, '$1 ');
  set.line(account, ACCOUNT, fitted(set, account, ACCOUNT.width, NUMBER));
  set.line(`发卡日期 ${face.issuedOn}`, { x: ACCOUNT.x, y: DATES_Y, width: ACCOUNT.width }, DATE);
  set.line(`有效期至 ${face.expiresOn}`, { x: ACCOUNT.x, y: DATES_Y, width: ACCOUNT.width }, DATE, 'right');
  return ok(await set.finish());
}

const drawable = (text: string, font: LoadedFont): boolean =>
  [...text].every((character) => font.bold.has(character) && font.regular.has(character));

/** False when the bytes are no picture. */
function drawPhoto(set: Typesetter, base64: string): boolean {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return false;
  try {
    set.pdf.image(bytes, PHOTO.x, PHOTO.y, { width: PHOTO.width, height: PHOTO.height });
    return true;
  } catch {
    return false;
  }
}

function drawHolder(set: Typesetter, face: CardFace): void {
  const x = TEXT_X + LABEL_WIDTH;
  const width = TEXT_WIDTH - LABEL_WIDTH;
  const rows = [
    ['姓名', face.name],
    ['社会保障号码', face.socialSecurityNumber],
    ['卡号', face.cardNumber],
  ] as const;
  for (const [index, [label, value]] of rows.entries()) {
    const y = FIRST_LINE + index * LINE;
    set.line(label, { x: TEXT_X, y, width: LABEL_WIDTH }, LABEL);
    const style = fitted(set, value, width, VALUE);
    const lines = set.wrap(value, width, style);
    for (const [line, text] of lines.entries()) {
      // Two lines stand around the place of one.
      const shift = (line - (lines.length - 1) / 2) * (style.size + 1);
      set.line(text, { x, y: y + shift, width }, style);
    }
  }
}

/** The same style, smaller where the text would not fit. */
function fitted(set: Typesetter, text: string, width: number, style: TypeStyle): TypeStyle {
  const wide = set.widthOf(text, style);
  if (wide <= width) return style;
  return { ...style, size: Math.max(LEAST_NAME, (style.size * width) / wide - 0.05) };
}
