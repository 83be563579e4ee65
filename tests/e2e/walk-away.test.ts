import { it } from 'vitest';
import { kioskWorld } from './kiosk-test.ts';
import { BEFORE_A_CAMERA, SCREENS, walkAwayFrom } from './walking-away.ts';

const world = kioskWorld({ cards: 'direct' });
const mine = SCREENS.filter((screen) => !BEFORE_A_CAMERA.includes(screen));

it(`INV-5, INV-6 walking away from ${mine.join(', ')}: a warning, the card back, the data gone, the start screen`, async () => {
  await walkAwayFrom(world(), mine, false);
}, 300_000);
