import type { Tile } from '../../../src/contracts/view.ts';
import { type DeviceClass, works } from '../../../src/flows/tiles.ts';
import type { AtRest, InvariantView } from './invariant-view.ts';
import { breaks, type Violation } from './violation.ts';

const violation = breaks('INV-8');

/** The machine each reason blames. */
const BLAMED: Partial<Record<NonNullable<Tile['reason']>, readonly DeviceClass[]>> = {
  'id-card-reader-down': ['id-card-reader'],
  'social-card-reader-down': ['social-card-reader'],
  'pin-pad-down': ['pin-pad'],
  'card-acceptor-down': ['card-acceptor'],
  'card-issuer-down': ['card-issuer', 'card-face-printer'],
  'card-reader-down': ['social-card-reader', 'card-acceptor'],
};

/** Services that begin with the resident's ID card, whatever the pack says (ID-1). */
const IDENTIFIES: readonly Tile['service'][] = ['apply', 'activate', 'loss', 'replace', 'certify', 'records'];

/** INV-8: the idle screen tells the truth, and every open transaction has a next step or a person who has it. */
export function truth({ transactions, rest, forgotten }: InvariantView): Violation[] {
  return [
    ...transactions
      .filter(
        ({ stored, journal, withTechnician }) => stored.closedAt === null && !journal.ok && !withTechnician,
      )
      .map(({ stored }) => violation('open-without-next-step', stored.transactionId)),
    ...forgotten.map((id) => violation('open-and-forgotten', id)),
    ...(rest === null ? [] : ofScreen(rest)),
  ];
}

function ofScreen(rest: AtRest): Violation[] {
  const honest = rest.tiles.some(({ available }) => available) ? 'welcome' : 'out-of-service';
  return [
    ...(rest.screen === honest ? [] : [violation('wrong-idle-screen')]),
    ...(rest.tiles.every((tile) => isTrue(tile, rest)) ? [] : [violation('tile-untrue')]),
  ];
}

function isTrue({ service, reason }: Tile, { devices, linkUp }: AtRest): boolean {
  if (reason === null) return !IDENTIFIES.includes(service) || works(devices['id-card-reader']);
  if (reason === 'link-down') return !linkUp;
  const blamed = BLAMED[reason];
  return blamed === undefined || blamed.some((device) => !works(devices[device]));
}
