/** Fields of the drawing test across and down; on a screen of 1080 × 1920 each is 180 × 192 points, a finger wide. */
export const DRAWING_COLUMNS = 6;
export const DRAWING_ROWS = 10;
