/** What of a picture tells light and focus. Numbers only; the picture is not kept. */
export interface LightAndFocus {
  /** Mean luminance (ITU-R BT.601), 0 … 255. */
  readonly light: number;
  /** Variance of the Laplacian: high where edges are sharp, near 0 where all is blurred or one colour. */
  readonly focus: number;
}

/** Width at which pictures are measured: focus depends on it, so every camera is measured at the same. */
export const MEASURED_WIDTH = 320;

/** Measures RGBA pixels, row by row. `width` and `height` in pixels, both at least 3. */
export function lightAndFocus(rgba: ArrayLike<number>, width: number, height: number): LightAndFocus {
  const grey = new Float32Array(width * height);
  let light = 0;
  for (let at = 0; at < grey.length; at += 1) {
    const value =
      0.299 * (rgba[at * 4] ?? 0) + 0.587 * (rgba[at * 4 + 1] ?? 0) + 0.114 * (rgba[at * 4 + 2] ?? 0);
    grey[at] = value;
    light += value;
  }
  const of = (at: number) => grey[at] ?? 0;
  let sum = 0;
  let squares = 0;
  for (let y = 1; y < height - 1; y += 1)
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      const edge = of(at - 1) + of(at + 1) + of(at - width) + of(at + width) - 4 * of(at);
      sum += edge;
      squares += edge * edge;
    }
  const inner = (width - 2) * (height - 2);
  return { light: light / grey.length, focus: squares / inner - (sum / inner) ** 2 };
}
