import { writeFileSync } from 'node:fs';
import { accessPage } from './docs/access-page.ts';

/** `npm run docs:access`: writes the table of roles and routes as a page. */
const page = new URL('../docs/access.md', import.meta.url);
writeFileSync(page, accessPage());
console.log('docs/access.md written');
