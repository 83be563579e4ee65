import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { withInitials } from './docs/help-initials.ts';

/** `npm run docs:help`: writes the first letters by which the kiosk finds each question of `assets/help`. */
const folder = new URL('../assets/help/', import.meta.url);
for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
  const file = new URL(name, folder);
  writeFileSync(file, withInitials(readFileSync(file, 'utf8')));
  console.log(`assets/help/${name} written`);
}
