import { emptyPdf, type FontWeight, finishPdf, type LoadedFont } from './document-font.ts';
import { wrapLines } from './wrap-lines.ts';

/** How a piece of text looks. Sizes in points. */
export interface TypeStyle {
  readonly weight: FontWeight;
  readonly size: number;
  readonly colour: string;
  /** Points between characters. */
  readonly spacing?: number;
}

/** Where a line goes between `x` and `x + width`. */
export type Alignment = 'left' | 'centre' | 'right';

/** What goes into the PDF's information dictionary. */
export interface PdfInfo {
  readonly title: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

/** Sets lines of text on pages whose places others choose; measures with the same font. Points from the top left. */
export class Typesetter {
  readonly pdf: PDFKit.PDFDocument;
  /** Width of a character at 1000 points, by weight. */
  readonly #widths = { regular: new Map<string, number>(), bold: new Map<string, number>() };

  constructor(font: LoadedFont, { title, createdAt }: PdfInfo) {
    this.pdf = emptyPdf({
      lang: 'zh-CN',
      info: { Title: title, Producer: '', Creator: '', CreationDate: new Date(createdAt) },
    });
    for (const weight of ['regular', 'bold'] as const) {
      // pdfkit takes a ready font of its own reader; its types do not say so.
      this.pdf.registerFont(weight, font[weight].font as unknown as PDFKit.Mixins.PDFFontSource);
    }
  }

  /** The sum of its characters; kerning makes a line a little shorter than this, never longer. */
  widthOf(text: string, { weight, size, spacing = 0 }: TypeStyle): number {
    let width = 0;
    for (const character of text) width += this.#widthOf(character, weight) * (size / 1_000) + spacing;
    return width;
  }

  wrap(text: string, width: number, style: TypeStyle): string[] {
    return wrapLines(text, width, (piece) => this.widthOf(piece, style));
  }

  /** One line with its baseline at `y`; not broken, not shortened. */
  line(
    text: string,
    place: { readonly x: number; readonly y: number; readonly width: number },
    style: TypeStyle,
    alignment: Alignment = 'left',
  ): void {
    if (text === '') return;
    const room = place.width - this.widthOf(text, style) + (style.spacing ?? 0);
    const shift = alignment === 'left' ? 0 : alignment === 'right' ? room : room / 2;
    this.pdf
      .font(style.weight)
      .fontSize(style.size)
      .fillColor(style.colour)
      .text(text, place.x + shift, place.y, {
        lineBreak: false,
        baseline: 'alphabetic',
        characterSpacing: style.spacing ?? 0,
      });
  }

  rule(x: number, y: number, width: number, thickness: number, colour: string): void {
    this.pdf.rect(x, y - thickness / 2, width, thickness).fill(colour);
  }

  band(x: number, y: number, width: number, height: number, colour: string): void {
    this.pdf.rect(x, y, width, height).fill(colour);
  }

  finish(): Promise<Uint8Array> {
    return finishPdf(this.pdf);
  }

  #widthOf(character: string, weight: FontWeight): number {
    const known = this.#widths[weight].get(character);
    if (known !== undefined) return known;
    const width = this.pdf.font(weight).fontSize(1_000).widthOfString(character);
    this.#widths[weight].set(character, width);
    return width;
  }
}
