import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Gallery } from '../../renderer/gallery/gallery.tsx';
import { LOOKS, openGallery, SIZES } from './gallery-browser.ts';

declare const window: { gallery: Gallery };

/** Pictures of all screens into out/gallery. First argument: a part of the names wanted, e.g. `receipt` or `portrait-zh`. */
const wanted = process.argv[2] ?? '';
const folder = fileURLToPath(new URL('../../out/gallery', import.meta.url));
await mkdir(folder, { recursive: true });
const ALL_LOOKS = [false, true].flatMap((lowReach) => LOOKS.map((look) => ({ ...look, lowReach })));
const { page, complaints, close } = await openGallery();
for (const size of SIZES) {
  await page.setViewportSize({ width: size.width, height: size.height });
  for (const { language, elder, lowReach } of ALL_LOOKS)
    for (const name of await page.evaluate(() => window.gallery.names)) {
      const look = `${size.name}-${language.slice(0, 2)}${elder ? '-elder' : ''}${lowReach ? '-low' : ''}`;
      const file = `${look}-${name.replaceAll('/', '_')}.png`;
      if (!file.includes(wanted) || (lowReach && size.name === 'landscape')) continue;
      const faults = await page.evaluate(
        (one) => window.gallery.show(one.name, one.language, one.elder, one.lowReach),
        { name, language, elder, lowReach },
      );
      await page.screenshot({ path: join(folder, file) });
      for (const fault of faults) console.log(`${file}: ${fault}`);
    }
}
for (const complaint of complaints) console.log(complaint);
await close();
