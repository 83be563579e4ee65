import {
  BinaryBitmap,
  DecodeHintType,
  HybridBinarizer,
  QRCodeReader,
  RGBLuminanceSource,
} from '@zxing/library';
import { LONGEST_CODE } from '../../src/ports/code-scanner.ts';

const HINTS = new Map<DecodeHintType, unknown>([[DecodeHintType.TRY_HARDER, true]]);

/** The text of a QR code somewhere in a picture of four bytes a pixel; null where none can be read. Nothing is kept. */
export function decodeQr(rgba: Uint8ClampedArray, width: number, height: number): string | null {
  const grey = luminanceOf(rgba);
  // Fine modules need every pixel; a camera's noise in a dim room needs them smoothed.
  const text = textIn(grey, width, height) ?? textIn(smoothed(grey, width, height), width, height);
  return text !== null && text !== '' && [...text].length <= LONGEST_CODE ? text : null;
}

function textIn(grey: Uint8ClampedArray, width: number, height: number): string | null {
  const picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(grey, width, height)));
  try {
    return new QRCodeReader().decode(picture, HINTS).getText();
  } catch {
    // The library's way of saying that it sees no code, or half of one.
    return null;
  }
}

/** The mean of each pixel and its eight neighbours; the border stays as it is. */
function smoothed(grey: Uint8ClampedArray, width: number, height: number): Uint8ClampedArray {
  const rows = Uint8ClampedArray.from(grey);
  for (let at = 1; at < grey.length - 1; at += 1) {
    rows[at] = ((grey[at - 1] ?? 0) + (grey[at] ?? 0) + (grey[at + 1] ?? 0)) / 3;
  }
  const both = Uint8ClampedArray.from(rows);
  for (let at = width; at < width * (height - 1); at += 1) {
    both[at] = ((rows[at - width] ?? 0) + (rows[at] ?? 0) + (rows[at + width] ?? 0)) / 3;
  }
  return both;
}

/** Rec. 601 weights in 1/256. */
function luminanceOf(rgba: Uint8ClampedArray): Uint8ClampedArray {
  const grey = new Uint8ClampedArray(rgba.length / 4);
  for (let pixel = 0; pixel < grey.length; pixel += 1) {
    const at = pixel * 4;
    grey[pixel] = ((rgba[at] ?? 0) * 77 + (rgba[at + 1] ?? 0) * 150 + (rgba[at + 2] ?? 0) * 29) >> 8;
  }
  return grey;
}
