import { writeFileSync } from 'node:fs';
import { auditPage } from './docs/audit-page.ts';

/** `npm run docs:audit`: writes the catalogue of audit events as a page. */
const page = new URL('../docs/audit-events.md', import.meta.url);
writeFileSync(page, auditPage());
console.log('docs/audit-events.md written');
