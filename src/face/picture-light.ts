/** Size the face is brought to before sharpness is measured, so that the limit means the same for all. */
export const SHARPNESS_SIZE = { width: 160, height: 200 } as const;

/** Pixels as a canvas gives them: red, green, blue, alpha, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: ArrayLike<number>;
}

/** Rec. 601 luminance of each pixel, 0..255. */
export function luminanceOf(pixels: Pixels): Float32Array {
  const count = pixels.width * pixels.height;
  const grey = new Float32Array(count);
  const { data } = pixels;
  for (let i = 0; i < count; i++) {
    grey[i] = 0.299 * (data[i * 4] ?? 0) + 0.587 * (data[i * 4 + 1] ?? 0) + 0.114 * (data[i * 4 + 2] ?? 0);
  }
  return grey;
}

export function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0;
  return values.length === 0 ? 0 : sum / values.length;
}

export function deviationOf(values: ArrayLike<number>): number {
  const middle = meanOf(values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += ((values[i] ?? 0) - middle) ** 2;
  return values.length === 0 ? 0 : Math.sqrt(sum / values.length);
}

/** Variance of the four-neighbour Laplacian: low when the picture is blurred. */
export function laplacianVariance(grey: Float32Array, width: number, height: number): number {
  const edges: number[] = [];
  const at = (x: number, y: number): number => grey[y * width + x] ?? 0;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      edges.push(at(x - 1, y) + at(x + 1, y) + at(x, y - 1) + at(x, y + 1) - 4 * at(x, y));
    }
  }
  return deviationOf(edges) ** 2;
}

/** Mean luminance of the left half minus the right half. */
export function sidewaysDifference(grey: Float32Array, width: number): number {
  const left = grey.filter((_, i) => i % width < width / 2);
  const right = grey.filter((_, i) => i % width >= width / 2);
  return meanOf(left) - meanOf(right);
}
