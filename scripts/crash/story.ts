import { fromStore } from '../world/kiosk-ledger.ts';
import type { Surroundings } from '../world/surroundings.ts';
import { kioskFolder } from './books.ts';
import type { CaseTold } from './case.ts';
import type { Kill } from './killer.ts';

/** As many as a person reads. */
const LAST_SCREENS = 30;
const LAST_AUDIT = 40;
const LAST_MOVES = 12;

/** What happened in a case that broke a promise, in the words of the field. */
export function storyOf(
  told: CaseTold,
  {
    world,
    seed,
    nth,
    kills,
  }: {
    readonly world: Pick<Surroundings, 'folder'>;
    readonly seed: number;
    readonly nth: number;
    readonly kills: readonly Kill[];
  },
): string {
  const { plan, resident, said, violations, screens, after } = told;
  const list = (title: string, lines: readonly string[]) => [
    `  ${title}`,
    ...lines.map((one) => `    ${one}`),
  ];
  return [
    `seed ${seed}, case ${nth}: ${plan.visit} by ${resident}, ${JSON.stringify({ ...plan.manner, ...plan.circumstances })}`,
    ...violations.map(
      ({ breach, what, reference }) => `  ${breach.toUpperCase()} ${what} ${reference ?? ''}`,
    ),
    ...list(
      'kills',
      kills.map(({ at, screen }) => `${at}, screen ${screen}`),
    ),
    ...list('screens', [screens.slice(-LAST_SCREENS).join(' → ')]),
    ...list('said', [
      ...new Set(
        said.map(({ reference, state, parts, on }) => `${reference} ${on}: ${state} ${parts.join(' ')}`),
      ),
    ]),
    ...list(
      'at the authority',
      after.operations.map(
        ({ kind, receiptReference, outcome }) => `${receiptReference} ${kind}: ${JSON.stringify(outcome)}`,
      ),
    ),
    ...list('audit trail', auditTrail(world)),
    ...list('journal', journal(world)),
    ...list('where cards went', cardMoves(world)),
    ...list('machines', [
      `issuer ${after.issuer.position}, bin ${after.issuer.bin.length}, taken ${after.issuer.taken.length}`,
      `acceptor ${after.acceptor.position}, bin ${after.acceptor.bin.length}, taken ${after.acceptor.taken.length}`,
    ]),
  ].join('\n');
}

const auditTrail = (world: Pick<Surroundings, 'folder'>): string[] =>
  fromStore(kioskFolder(world), (store) =>
    store
      .prepare<[number], { sequence: number; event: string; detail: string }>(
        'SELECT sequence, event, detail FROM audit ORDER BY sequence DESC LIMIT ?',
      )
      .all(LAST_AUDIT)
      .toReversed()
      .map(({ sequence, event, detail }) => `${sequence} ${event} ${detail}`),
  );

/** Rows of the last three requests. */
const journal = (world: Pick<Surroundings, 'folder'>): string[] =>
  fromStore(kioskFolder(world), (store) =>
    store
      .prepare<[], { reference: string; kind: string; act: string; detail: string; open: number }>(
        `SELECT receipt_reference AS reference, kind, act, detail, closed_at IS NULL AS open FROM journal
         JOIN resident_transaction USING (transaction_id)
         WHERE transaction_id IN (SELECT transaction_id FROM resident_transaction ORDER BY opened_at DESC LIMIT 3)
         ORDER BY opened_at, sequence`,
      )
      .all()
      .map(
        ({ reference, kind, act, detail, open }) =>
          `${reference}${open ? ' (open)' : ''} ${kind} ${act} ${detail}`,
      ),
  );

const cardMoves = (world: Pick<Surroundings, 'folder'>): string[] =>
  fromStore(kioskFolder(world), (store) =>
    store
      .prepare<[number], { card: string; at: number; place: string; reason: string }>(
        'SELECT card, at, place, reason FROM custody_move ORDER BY sequence DESC LIMIT ?',
      )
      .all(LAST_MOVES)
      .toReversed()
      .map(({ card, at, place, reason }) => `${new Date(at).toISOString()} ${card} ${place}: ${reason}`),
  );
