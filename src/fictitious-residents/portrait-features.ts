/** Red, green, blue, each 0..255. */
export type Rgb = readonly [number, number, number];

/**
 * What a drawn person looks like. Lengths are pixels on the 640 x 640 sheet.
 * The people are nobody: they exist so that tests, demos and pictures can show faces that belong to no one.
 */
export interface PortraitFeatures {
  readonly face: { readonly halfWidth: number; readonly halfHeight: number };
  readonly skin: Rgb;
  readonly eyes: {
    /** From the middle of the face to the middle of one eye. */
    readonly apart: number;
    readonly halfWidth: number;
    readonly halfHeight: number;
    readonly iris: string;
  };
  readonly brows: {
    readonly colour: string;
    readonly thickness: number;
    /** Positive brings the brows nearer to the eyes. */
    readonly drop: number;
  };
  readonly nose: { readonly halfWidth: number };
  readonly mouth: { readonly halfWidth: number; readonly lipHeight: number; readonly lip: string };
  readonly hair: {
    readonly style: 'short' | 'long' | 'bun' | 'receding' | 'bald';
    readonly colour: string;
    /** Where the fringe divides, right of the middle when positive. */
    readonly parting: number;
  };
  readonly beard: 'none' | 'moustache' | 'goatee' | 'full';
  readonly glasses: 'none' | 'round' | 'square';
  /** 0 is smooth; 1 is a face of eighty years. */
  readonly wrinkles: number;
  readonly clothing: string;
  /** The wall behind. */
  readonly ground: string;
  /** Of the film grain, so that the same person is always the same picture. */
  readonly seed: number;
}

/** What moves in a living face. */
export interface Pose {
  /** -1..1; positive moves the nose to the right of the picture, which is the person's own left. */
  readonly yaw: number;
  /** 0 closed .. 1 open. */
  readonly eyesOpen: number;
  /** Depth of the lip line in pixels; negative smiles. */
  readonly smile: number;
  /** The head's way sideways, pixels. */
  readonly dx: number;
}

export const FRONTAL: Pose = { yaw: 0, eyesOpen: 1, smile: 5, dx: 0 };

/** A grown-up of no particular look: every person of the family is a change of this one. */
export const PLAIN_FEATURES: PortraitFeatures = {
  face: { halfWidth: 118, halfHeight: 158 },
  skin: [226, 186, 158],
  eyes: { apart: 46, halfWidth: 26, halfHeight: 11, iris: '#3b2416' },
  brows: { colour: 'rgba(38,26,20,.9)', thickness: 10, drop: 0 },
  nose: { halfWidth: 22 },
  mouth: { halfWidth: 40, lipHeight: 26, lip: 'rgb(178,92,86)' },
  hair: { style: 'short', colour: '#241a15', parting: 20 },
  beard: 'none',
  glasses: 'none',
  wrinkles: 0,
  clothing: '#3d4a5c',
  ground: '#fdfdfc',
  seed: 1,
};
