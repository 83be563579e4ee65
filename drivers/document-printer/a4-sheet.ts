import type { TypeStyle, Typesetter } from './typesetter.ts';

/** ISO 216 A4 in points, with 20 mm to each side. */
export const A4 = { width: 595.28, height: 841.89 } as const;
export const MARGIN = 56.7;
export const TEXT_WIDTH = A4.width - 2 * MARGIN;

/** One ink for text and one for ornament; both stay dark on a black-and-white printer. */
export const INK = {
  text: '#10262b',
  quiet: '#4a5c60',
  ornament: '#00535c',
  tint: '#e8f1f1',
  hair: '#b9c6c8',
};

const HEAD_Y = 70;
/** First line under the running head of a further page. */
const FURTHER_TOP = 84;
/** Nothing of the body goes below this. */
const BODY_END = A4.height - 78;
const FOOT_RULE_Y = A4.height - 58;
const FOOT_Y = A4.height - 43;

const HEADING: TypeStyle = { weight: 'bold', size: 13, colour: INK.ornament, spacing: 3 };
const TITLE: TypeStyle = { weight: 'bold', size: 21, colour: INK.text, spacing: 2 };
const SMALL: TypeStyle = { weight: 'regular', size: 8.5, colour: INK.quiet };

/** The pages: heading and title on the first, a running head on the others, the foot on all. Keeps the pen's height. */
export class A4Sheet {
  readonly set: Typesetter;
  readonly #running: string;
  /** Where the next thing begins, points from the top. */
  y = 0;

  constructor(set: Typesetter, { heading, title }: { readonly heading: string; readonly title: string }) {
    this.set = set;
    this.#running = `${heading}　${title}`;
    this.#addPage();
    this.#drawHead(heading, title);
  }

  /** Room of a further page, points. */
  readonly bodyHeight = BODY_END - FURTHER_TOP;

  /** Whether so much more fits on this page. */
  fits(height: number): boolean {
    return this.y + height <= BODY_END;
  }

  /** A further page with its running head. */
  breakPage(): void {
    this.#addPage();
    this.set.line(this.set.wrap(this.#running, TEXT_WIDTH, SMALL)[0] ?? '', this.#across(52), SMALL);
    this.set.rule(MARGIN, 60, TEXT_WIDTH, 0.8, INK.ornament);
    this.y = FURTHER_TOP;
  }

  /** At the foot of every page: the footer's first line and the page's number among all. */
  drawFeet(footer: string): void {
    const { start, count } = this.set.pdf.bufferedPageRange();
    for (let page = start; page < start + count; page += 1) {
      this.set.pdf.switchToPage(page);
      this.set.rule(MARGIN, FOOT_RULE_Y, TEXT_WIDTH, 0.5, INK.hair);
      const lines = this.set.wrap(footer, TEXT_WIDTH - 60, SMALL);
      for (const [index, line] of lines.entries()) {
        this.set.line(line, this.#across(FOOT_Y + index * 11), SMALL);
      }
      this.set.line(`${page + 1} / ${count}`, this.#across(FOOT_Y), SMALL, 'right');
    }
  }

  #addPage(): void {
    this.set.pdf.addPage({ size: 'A4', margin: 0 });
  }

  #drawHead(heading: string, title: string): void {
    this.y = HEAD_Y;
    this.#centred(heading, HEADING, 19);
    const rule = this.y - 6;
    this.set.rule(MARGIN, rule, TEXT_WIDTH, 2, INK.ornament);
    this.set.rule(MARGIN, rule + 3.4, TEXT_WIDTH, 0.6, INK.ornament);
    this.y = rule + 40;
    this.#centred(title, TITLE, 29);
    this.y += 2;
  }

  #centred(text: string, style: TypeStyle, leading: number): void {
    // Chinese headings are set wide, Latin words fall apart.
    const set = /\p{Script=Han}/u.test(text) ? style : { ...style, spacing: 0 };
    for (const line of this.set.wrap(text, TEXT_WIDTH, set)) {
      this.set.line(line, this.#across(this.y), set, 'centre');
      this.y += leading;
    }
  }

  #across(y: number): { readonly x: number; readonly y: number; readonly width: number } {
    return { x: MARGIN, y, width: TEXT_WIDTH };
  }
}
