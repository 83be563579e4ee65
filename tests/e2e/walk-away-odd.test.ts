import { it } from 'vitest';
import { kioskWorld } from './kiosk-test.ts';
import { SCREENS, walkAwayFrom } from './walking-away.ts';

const world = kioskWorld();
/** Two files share the screens of an application, so that two workers have as much to do. */
const mine = SCREENS.filter((_, index) => index % 2 === 1);

it(`INV-5, INV-6 walking away from ${mine.join(', ')}: a warning, the card back, the data gone, the start screen`, async () => {
  await walkAwayFrom(world(), mine);
}, 300_000);
