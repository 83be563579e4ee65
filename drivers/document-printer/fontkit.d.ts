/** What the house asks of `fontkit`, the reader of fonts inside pdfkit. */
declare module 'fontkit' {
  export interface Font {
    readonly postscriptName: string;
    hasGlyphForCodePoint(codePoint: number): boolean;
  }
  /** Null where a collection has no face of that name; throws for what is no font. */
  export function create(bytes: Uint8Array, postscriptName: string): Font | null;
}
