/** Least sizes of experience.md, in pixels of the canvas at scale 1. */
const LEAST = { normal: { target: 60, text: 24 }, elder: { target: 80, text: 30 } } as const;
/** Rounding of the layout engine. */
const SLACK = 1;
/** Chinese glyph boxes are taller than our lines of large type: that much may stand over without a stroke cut. */
const GLYPH_SLACK = 14;

/** What a person would complain about on the screen as it stands: cut off, too small, overlapping, nameless. */
export function faultsOnScreen(elder: boolean): string[] {
  const least = elder ? LEAST.elder : LEAST.normal;
  const buttons = [...document.querySelectorAll<HTMLElement>('button, label.choice')].filter(isSeen);
  return [
    ...outside(),
    ...[
      ...document.querySelectorAll<HTMLElement>(
        '.page, .page > *, .overlay-panel, button, dd, .header, .answers, .note, .tile, .keypad, .outside, .technician-bar, .readiness, .readiness > :not(.visually-hidden), .readiness-middle > *, .devices, .devices > *, .condition, .device-card',
      ),
    ]
      .filter((element) => overflows(element))
      .map((element) => `${nameOf(element)} overflows`),
    ...buttons.flatMap((button) => tooSmall(button, least.target)),
    ...buttons.filter((button) => nameOf(button, '') === '').map(() => 'a button has no name'),
    ...overlapping(buttons),
    ...smallText(least.text),
    ...flattened(),
    ...outOfReach(buttons),
  ];
}

function isSeen(element: HTMLElement): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 && element.closest('.visually-hidden, [inert]') === null;
}

function nameOf(element: Element, otherwise = element.className.toString()): string {
  return element.getAttribute('aria-label') ?? (element.textContent?.trim().slice(0, 24) || otherwise);
}

function overflows(element: HTMLElement): boolean {
  return (
    element.scrollHeight > element.clientHeight + GLYPH_SLACK ||
    element.scrollWidth > element.clientWidth + SLACK
  );
}

/** Things of the page that reach beyond the canvas or into the footer. */
function outside(): string[] {
  const canvas = document.querySelector('.canvas')?.getBoundingClientRect();
  const footer = document.querySelector('.footer, main > nav')?.getBoundingClientRect();
  if (canvas === undefined) return ['there is no canvas'];
  const bottom = footer?.top ?? canvas.bottom;
  return [
    ...document.querySelectorAll<HTMLElement>(
      'main p, main h1, main button, main dl > div, main .note, main li',
    ),
  ]
    .filter((element) => {
      if (element.closest('main > nav') !== null) return false;
      const box = element.getBoundingClientRect();
      return (
        box.left < canvas.left - SLACK || box.right > canvas.right + SLACK || box.bottom > bottom + SLACK
      );
    })
    .map((element) => `${nameOf(element)} is cut off`);
}

function tooSmall(button: HTMLElement, least: number): string[] {
  const { width, height } = button.getBoundingClientRect();
  return Math.min(width, height) + SLACK >= least
    ? []
    : [`${nameOf(button)} is ${Math.round(width)} × ${Math.round(height)}`];
}

/** Targets keep 8 px apart. */
function overlapping(buttons: readonly HTMLElement[]): string[] {
  const boxes = buttons.map((button) => ({ name: nameOf(button), box: button.getBoundingClientRect() }));
  return boxes.flatMap((one, at) =>
    boxes
      .slice(at + 1)
      .filter(
        (other) =>
          one.box.left < other.box.right + 7 &&
          other.box.left < one.box.right + 7 &&
          one.box.top < other.box.bottom + 7 &&
          other.box.top < one.box.bottom + 7,
      )
      .map((other) => `${one.name} and ${other.name} are too near`),
  );
}

function smallText(least: number): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const faults = new Set<string>();
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent === null || node.textContent?.trim() === '' || !isSeen(parent)) continue;
    if (parent.closest('script, title') !== null) continue;
    const size = Number.parseFloat(getComputedStyle(parent).fontSize);
    if (size < least) faults.add(`“${node.textContent?.trim().slice(0, 16)}” is ${size} px`);
  }
  return [...faults];
}

/** A picture must keep room to be understood. */
function flattened(): string[] {
  const picture = document.querySelector('.page-picture')?.getBoundingClientRect();
  return picture !== undefined && picture.height < 220
    ? [`the picture is ${Math.round(picture.height)} px high`]
    : [];
}

/** Low reach: pixels from the top of an upright screen that stands 800 to 1,500 mm high; above them is over 1,200 mm. */
const ARM = 820;

function outOfReach(buttons: readonly HTMLElement[]): string[] {
  if (!document.documentElement.hasAttribute('data-low-reach')) return [];
  return buttons
    .filter((button) => button.getBoundingClientRect().top + SLACK < ARM)
    .map(
      (button) => `${nameOf(button)} is out of reach at ${Math.round(button.getBoundingClientRect().top)}`,
    );
}
