import { ACCESS, type Access } from '../../central/console-api/access-table.ts';
import { OPERATOR_ROLES } from '../../src/contracts/console/roles.ts';

/** `docs/access.md`: roles across, routes down, as the table at the centre says it. */
export function accessPage(): string {
  const rows = Object.entries(ACCESS);
  return [
    '# Who may do what at the console',
    '',
    'Generated from `central/console-api/access-table.ts` by `npm run docs:access`. Do not edit by hand.',
    '',
    `These ${rows.length} routes below \`/console/api/\` and no others. A route without a row here fails a test; each`,
    'cell is tried over HTTP: with the role it works, without it the answer is 403, without a session 401, and without',
    'the token of one’s own page 403. A role says what somebody may begin; that nobody approves, confirms or signs what',
    'they proposed themselves is a rule of its own, wherever two people are needed.',
    '',
    `| route | nobody | ${OPERATOR_ROLES.join(' | ')} |`,
    `|---|${'---|'.repeat(OPERATOR_ROLES.length + 1)}`,
    ...rows.map(([route, access]) => `| \`${route}\` | ${cells(access)} |`),
    '',
  ].join('\n');
}

function cells(access: Access): string {
  const open = access === 'open';
  return [open, ...OPERATOR_ROLES.map((role) => open || access.includes(role))]
    .map((may) => (may ? 'yes' : ''))
    .join(' | ');
}
