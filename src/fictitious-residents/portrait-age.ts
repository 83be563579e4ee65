import type { PortraitFeatures } from './portrait-features.ts';

/** Years at which the first and the last trace of age is drawn. */
const YOUNG = 38;
const OLD = 80;
/** Hair begins to grey later and ends earlier than the skin wrinkles. */
const FIRST_GREY = 45;
const ALL_GREY = 72;
const GREY = [0xb8, 0xb3, 0xae] as const;

/** The same person at another age: wrinkles and grey hair, the bones stay. */
export function aged(features: PortraitFeatures, years: number): PortraitFeatures {
  const greyShare = part(years, FIRST_GREY, ALL_GREY);
  return {
    ...features,
    wrinkles: part(years, YOUNG, OLD),
    hair: { ...features.hair, colour: greyed(features.hair.colour, greyShare) },
  };
}

function part(value: number, from: number, to: number): number {
  return Math.max(0, Math.min(1, (value - from) / (to - from)));
}

/** Mixes a `#rrggbb` colour with grey; other notations are left as they are. */
function greyed(colour: string, share: number): string {
  const channels = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (channels === null) return colour;
  const mixed = GREY.map((grey, i) =>
    Math.round(Number.parseInt(channels[i + 1] ?? '0', 16) * (1 - share) + grey * share),
  );
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
