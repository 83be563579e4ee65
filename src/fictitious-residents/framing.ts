import { SHEET } from './paint-context.ts';

/** A rectangle in pixels. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Size of the portrait in the chip of an ID card, pixels (GA 467). */
export const CHIP_PORTRAIT = { width: 102, height: 126 } as const;

/** The part of the sheet that is on the card: the head fills two thirds of the height. */
export const CHIP_CROP: Rectangle = { x: 90, y: 46, width: 460, height: 568 };

/** The kiosk's camera picture, and where the sheet lies in it: the head is about 190 px wide. */
export const LIVE_FRAME = { width: 640, height: 480 } as const;
export const SHEET_IN_LIVE_FRAME: Rectangle = { x: 64, y: 10, width: SHEET * 0.8, height: SHEET * 0.8 };

/** Laid over every camera frame: a room is a little darker than the paper a portrait is drawn on. */
export const ROOM_SHADE = 'rgba(0,0,0,.06)';

/** A strip of a flat picture, and where it lands when the picture is swung. */
export interface Strip {
  readonly sourceX: number;
  readonly x: number;
  readonly top: number;
  readonly height: number;
}

/** Distance from the camera to the photo held up before it, in pixels of the frame. */
const PHOTO_DISTANCE = 900;

/**
 * Perspective view of a flat frame swung about its upright middle axis: one strip per column of the frame
 * (columns past the picture's edge have none). This is what a held-up photo does instead of turning.
 */
export function swungStrips(degrees: number, frame: { width: number; height: number }): Strip[] {
  const angle = (degrees * Math.PI) / 180;
  const middle = { x: frame.width / 2, y: frame.height / 2 };
  const strips: Strip[] = [];
  for (let x = 0; x < frame.width; x++) {
    const u = x - middle.x;
    const across = (u * PHOTO_DISTANCE) / (PHOTO_DISTANCE * Math.cos(angle) - u * Math.sin(angle));
    const sourceX = middle.x + across;
    if (sourceX < 0 || sourceX >= frame.width - 1) continue;
    const scale = PHOTO_DISTANCE / (PHOTO_DISTANCE + across * Math.sin(angle));
    strips.push({ sourceX, x, top: middle.y * (1 - scale), height: frame.height * scale });
  }
  return strips;
}
