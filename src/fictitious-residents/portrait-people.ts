import { PLAIN_FEATURES, type PortraitFeatures } from './portrait-features.ts';

/** One part of a portrait changed, the rest left as the plain one. */
type Change = { readonly [Part in keyof PortraitFeatures]?: PortraitFeatures[Part] | Partial<PortraitFeatures[Part]> };

/** A person as a change of another one: objects are merged part by part, everything else replaced. */
export function person(change: Change, from: PortraitFeatures = PLAIN_FEATURES): PortraitFeatures {
  const { face, eyes, brows, nose, mouth, hair, ...rest } = change;
  return {
    ...from,
    ...(rest as Partial<PortraitFeatures>),
    face: { ...from.face, ...face },
    eyes: { ...from.eyes, ...eyes },
    brows: { ...from.brows, ...brows },
    nose: { ...from.nose, ...nose },
    mouth: { ...from.mouth, ...mouth },
    hair: { ...from.hair, ...hair },
  };
}

/**
 * The family everybody fictitious is drawn from. How far apart two of them are for the recogniser is in
 * `portrait-distances.ts`: choose pairs for refusal tests there, not by eye.
 */
export const PEOPLE = {
  plain: PLAIN_FEATURES,
  broadYoungMan: person({
    face: { halfWidth: 128, halfHeight: 150 }, skin: [214, 172, 138], eyes: { apart: 50, halfWidth: 24, halfHeight: 9 },
    brows: { colour: 'rgba(20,14,12,.95)', thickness: 13 }, nose: { halfWidth: 26 },
    mouth: { halfWidth: 44, lip: 'rgb(160,84,78)' }, hair: { colour: '#15110f', parting: -30 }, seed: 7,
  }),
  longHairedWoman: person({
    face: { halfWidth: 110, halfHeight: 164 }, skin: [236, 200, 176], eyes: { apart: 44, halfWidth: 27, halfHeight: 13 },
    brows: { thickness: 7, drop: -2 }, nose: { halfWidth: 19 }, mouth: { halfWidth: 36, lipHeight: 30, lip: 'rgb(196,84,90)' },
    hair: { style: 'long', colour: '#3a2418' }, clothing: '#7a3b46', seed: 9,
  }),
  fisherman: person({
    face: { halfWidth: 122, halfHeight: 160 }, skin: [190, 142, 108], eyes: { apart: 48, halfWidth: 25, halfHeight: 10 },
    brows: { thickness: 12, drop: 4 }, nose: { halfWidth: 29 }, mouth: { halfWidth: 48, lipHeight: 32, lip: 'rgb(140,70,66)' },
    hair: { colour: '#0d0b0b' }, clothing: '#2f5d62', seed: 11,
  }),
  darkBroadMan: person({
    face: { halfWidth: 140, halfHeight: 140 }, skin: [112, 72, 50],
    eyes: { apart: 56, halfWidth: 22, halfHeight: 8, iris: '#1c0f08' },
    brows: { colour: 'rgba(8,6,6,.95)', thickness: 16, drop: 6 }, nose: { halfWidth: 38 },
    mouth: { halfWidth: 56, lipHeight: 40, lip: 'rgb(110,60,58)' }, hair: { colour: '#0a0808' }, seed: 21,
  }),
  fairNarrowWoman: person({
    face: { halfWidth: 100, halfHeight: 172 }, skin: [246, 216, 198],
    eyes: { apart: 40, halfWidth: 30, halfHeight: 15, iris: '#4f7fa8' },
    brows: { colour: 'rgba(150,110,60,.7)', thickness: 5, drop: -6 }, nose: { halfWidth: 15 },
    mouth: { halfWidth: 30, lipHeight: 24, lip: 'rgb(206,96,104)' }, hair: { style: 'long', colour: '#b98b4a' },
    clothing: '#4b6a8a', seed: 23,
  }),
  whiteHairedMan: person({
    face: { halfWidth: 132, halfHeight: 150 }, skin: [222, 180, 150], eyes: { apart: 50, halfWidth: 22, halfHeight: 7 },
    brows: { colour: 'rgba(150,145,140,.9)', thickness: 11, drop: 8 }, nose: { halfWidth: 30 },
    mouth: { halfWidth: 46, lipHeight: 14, lip: 'rgb(170,110,104)' }, hair: { colour: '#d8d4cf', parting: 60 },
    wrinkles: 0.8, seed: 29,
  }),
  roundEyedGirl: person({
    face: { halfWidth: 112, halfHeight: 150 }, skin: [240, 206, 180], eyes: { apart: 42, halfWidth: 30, halfHeight: 16 },
    brows: { colour: 'rgba(30,20,16,.8)', thickness: 6 }, nose: { halfWidth: 17 },
    mouth: { halfWidth: 28, lipHeight: 32, lip: 'rgb(210,70,86)' }, hair: { style: 'long', colour: '#151010' },
    clothing: '#8a5a78', seed: 31,
  }),
  bearded: person({
    face: { halfWidth: 126, halfHeight: 164 }, skin: [206, 160, 126], eyes: { apart: 52, halfWidth: 24, halfHeight: 9 },
    brows: { colour: 'rgba(16,12,10,.95)', thickness: 15, drop: 5 }, nose: { halfWidth: 32 },
    mouth: { halfWidth: 42, lip: 'rgb(150,84,76)' }, hair: { colour: '#17110d' }, beard: 'full', clothing: '#4f5b3a', seed: 37,
  }),
  baldTeacher: person({
    face: { halfWidth: 124, halfHeight: 154 }, skin: [230, 190, 160], eyes: { apart: 44, halfWidth: 23, halfHeight: 9 },
    brows: { thickness: 8, drop: 2 }, nose: { halfWidth: 24 }, mouth: { halfWidth: 50, lipHeight: 20 },
    hair: { style: 'bald' }, glasses: 'square', wrinkles: 0.4, seed: 41,
  }),
  grandmother: person({
    face: { halfWidth: 116, halfHeight: 148 }, skin: [218, 178, 150], eyes: { apart: 43, halfWidth: 22, halfHeight: 8 },
    brows: { colour: 'rgba(130,122,116,.8)', thickness: 6, drop: 2 }, nose: { halfWidth: 23 },
    mouth: { halfWidth: 34, lipHeight: 18, lip: 'rgb(172,98,94)' }, hair: { style: 'bun', colour: '#a8a39d' },
    wrinkles: 1, clothing: '#5c4a66', seed: 43,
  }),
  clerkWithGlasses: person({
    face: { halfWidth: 106, halfHeight: 160 }, skin: [238, 202, 174], eyes: { apart: 45, halfWidth: 25, halfHeight: 11 },
    brows: { thickness: 7 }, nose: { halfWidth: 18 }, mouth: { halfWidth: 38, lipHeight: 24, lip: 'rgb(190,90,92)' },
    hair: { style: 'bun', colour: '#1d1512' }, glasses: 'round', clothing: '#3a5a4c', seed: 47,
  }),
  moustachedDriver: person({
    face: { halfWidth: 134, halfHeight: 146 }, skin: [176, 128, 94], eyes: { apart: 48, halfWidth: 22, halfHeight: 8 },
    brows: { colour: 'rgba(14,10,8,.95)', thickness: 14, drop: 7 }, nose: { halfWidth: 34 },
    mouth: { halfWidth: 52, lipHeight: 30, lip: 'rgb(128,66,60)' }, hair: { style: 'receding', colour: '#100d0c' },
    beard: 'moustache', clothing: '#6a5136', seed: 53,
  }),
  greyGoatee: person({
    face: { halfWidth: 112, halfHeight: 166 }, skin: [226, 188, 160], eyes: { apart: 42, halfWidth: 21, halfHeight: 7 },
    brows: { colour: 'rgba(110,104,98,.9)', thickness: 9, drop: 6 }, nose: { halfWidth: 27 },
    mouth: { halfWidth: 38, lipHeight: 16, lip: 'rgb(168,104,98)' }, hair: { style: 'receding', colour: '#8d8883' },
    beard: 'goatee', wrinkles: 0.7, seed: 59,
  }),
  student: person({
    face: { halfWidth: 106, halfHeight: 146 }, skin: [232, 190, 156], eyes: { apart: 47, halfWidth: 28, halfHeight: 14 },
    brows: { thickness: 8, drop: -4 }, nose: { halfWidth: 18 }, mouth: { halfWidth: 32, lipHeight: 22, lip: 'rgb(192,96,92)' },
    hair: { colour: '#0f0c0b', parting: -50 }, clothing: '#27548a', seed: 61,
  }),
  liWoman: person({
    face: { halfWidth: 124, halfHeight: 144 }, skin: [168, 116, 82], eyes: { apart: 54, halfWidth: 29, halfHeight: 13, iris: '#20120b' },
    brows: { colour: 'rgba(12,8,8,.9)', thickness: 8, drop: -3 }, nose: { halfWidth: 28 },
    mouth: { halfWidth: 46, lipHeight: 38, lip: 'rgb(158,62,66)' }, hair: { style: 'long', colour: '#0b0909' },
    clothing: '#7d2f38', seed: 67,
  }),
} satisfies Record<string, PortraitFeatures>;

export type PersonName = keyof typeof PEOPLE;
export const PERSON_NAMES = Object.keys(PEOPLE) as PersonName[];
