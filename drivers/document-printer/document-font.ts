import { readFile } from 'node:fs/promises';
import { create, type Font } from 'fontkit';
import PDFDocument from 'pdfkit';
import { type DeviceTrouble, deviceTrouble } from '../../src/ports/device-status.ts';
import { err, ok, type Result } from '../../src/result.ts';

/** One face inside a font file; a collection (.ttc) holds several. */
export interface FontFace {
  readonly path: string;
  readonly postscriptName: string;
}

/** The two weights a document is set in. */
export interface DocumentFont {
  readonly regular: FontFace;
  readonly bold: FontFace;
}

/** Where Debian's `fonts-noto-cjk` puts Noto Sans CJK; SC has the mainland's forms of the characters. */
export const NOTO_SANS_CJK_SC: DocumentFont = {
  regular: {
    path: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
    postscriptName: 'NotoSansCJKsc-Regular',
  },
  bold: {
    path: '/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc',
    postscriptName: 'NotoSansCJKsc-Bold',
  },
};

export type FontWeight = keyof DocumentFont;

interface LoadedFace {
  /** Read once; a document made from bytes reads them anew, which takes longer than all the rest. */
  readonly font: Font;
  /** Whether the face can draw a character. */
  has(character: string): boolean;
}

/** Font files in memory, 20 MB each; every document embeds only the characters it uses. */
export type LoadedFont = Readonly<Record<FontWeight, LoadedFace>>;

/** Reads both faces; `font-missing` names the file or the face that is not there. */
export async function loadFont(font: DocumentFont): Promise<Result<LoadedFont, DeviceTrouble>> {
  const regular = await loadFace(font.regular);
  if (!regular.ok) return regular;
  const bold = await loadFace(font.bold);
  return bold.ok ? ok({ regular: regular.value, bold: bold.value }) : bold;
}

/** Two printers of one kiosk share 40 MB instead of holding them twice. */
const loadedFaces = new Map<string, LoadedFace>();

async function loadFace({ path, postscriptName }: FontFace): Promise<Result<LoadedFace, DeviceTrouble>> {
  const key = `${path} ${postscriptName}`;
  const known = loadedFaces.get(key);
  if (known) return ok(known);
  try {
    const bytes = await readFile(path);
    const font = create(bytes, postscriptName);
    if (font === null) return err(deviceTrouble('font-missing', `${path} holds no ${postscriptName}`));
    const has = (character: string) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
    const face = { font, has };
    loadedFaces.set(key, face);
    return ok(face);
  } catch (cause) {
    const words = cause instanceof Error ? cause.message : String(cause);
    return err(deviceTrouble('font-missing', `${postscriptName} in ${path}: ${words}`));
  }
}

/** A document without pages of its own accord, margins and the built-in Latin font: whoever draws decides. */
export function emptyPdf(options: PDFKit.PDFDocumentOptions): PDFKit.PDFDocument {
  return new PDFDocument({ autoFirstPage: false, bufferPages: true, margin: 0, font: '', ...options });
}

/** Ends a document and collects its bytes. */
export function finishPdf(pdf: PDFKit.PDFDocument): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  const parts: Buffer[] = [];
  pdf.on('data', (part: Buffer) => parts.push(part));
  pdf.on('end', () => resolve(Buffer.concat(parts)));
  pdf.on('error', reject);
  pdf.end();
  return promise;
}
