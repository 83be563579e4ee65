import { it } from 'vitest';
import { kioskWorld } from './kiosk-test.ts';
import { BEFORE_A_CAMERA, walkAwayFrom } from './walking-away.ts';

const world = kioskWorld({ cards: 'direct' });

it(`INV-5, INV-6 walking away from ${BEFORE_A_CAMERA.join(', ')}: the camera is off, the data gone, the start screen`, async () => {
  await walkAwayFrom(world(), BEFORE_A_CAMERA, true);
}, 300_000);
