import { descriptorDistance } from '../../src/face/distance.ts';
import { FRONTAL, type PortraitFeatures } from '../../src/fictitious-residents/portrait-features.ts';
import { PEOPLE, PERSON_NAMES } from '../../src/fictitious-residents/portrait-people.ts';
import { liveFrames } from '../clips/live-frames.ts';
import { portraitJpeg } from '../clips/portrait-pictures.ts';
import { type OpenFacePage, openFacePage } from './open-face-page.ts';

/** Distance of each person's chip portrait (row) to each person's live frame (column), two decimals. */
export async function chipToLiveDistances(
  face: OpenFacePage,
  people: readonly PortraitFeatures[],
): Promise<number[][]> {
  const described = async (picture: Uint8Array): Promise<number[]> => {
    const descriptor = await face.call('describe', face.serve(picture));
    if (descriptor === null) throw new Error('the detector does not find a drawn face');
    return descriptor;
  };
  const chips: number[][] = [];
  const lives: number[][] = [];
  for (const person of people) {
    chips.push(await described(portraitJpeg(person)));
    lives.push(await described(liveFrames(person)({ shows: 'person', pose: FRONTAL }, 0)));
  }
  return chips.map((chip) => lives.map((live) => Math.round(descriptorDistance(chip, live) * 100) / 100));
}

if (import.meta.main) {
  const face = await openFacePage();
  try {
    const rows = await chipToLiveDistances(
      face,
      PERSON_NAMES.map((name) => PEOPLE[name]),
    );
    rows.forEach((row, index) => {
      process.stdout.write(`  ${PERSON_NAMES[index]}: [${row.join(', ')}],\n`);
    });
  } finally {
    await face.close();
  }
}
