import type { TaskFacts } from '../../contracts/maintenance/page.ts';
import type { CustodyDesk, FoundWord, Placed, UnknownItem } from '../../ports/maintenance/custody-desk.ts';
import { type Guide, type TaskEnd, type TaskScript, taskDone, taskFailed } from '../guide.ts';

type Settling = Guide<'settle-unknown'>;

/** Both machines' sensors are read; a card is moved into its bin. */
const LOOK_SECONDS = 5;
const PLACE_SECONDS = 15;
/** As many as a page takes (src/contracts/maintenance/page.ts); what was settled makes room for the next. */
const MOST_OFFERED = 60;

/**
 * settle-unknown (INV-3, settlement.md). `choose-unknown`: values are ids, label = receipt reference or ledger line,
 * note = the `Unknown` of src/transaction/unknown-advice.ts whose words for technicians `advice` shows (facts `unknown`,
 * `kind`, `machine`, `reference`, `reason`). `nothing-unknown`. `where-found`: words of the custody ledger. `take-card-out`
 * (same facts, no `advice`): a card that no ledger line can be; a blank of the issuer goes back onto the stack, which
 * is counted next.
 * `place`: running. `not-placed` (fact `code`): `again`, `stop`. End: `place` (where the ledger has it now; `''` for a
 * transaction, which only waits; `to-be-counted` where the stack has to be counted), `reference`.
 */
export const settleUnknown =
  (desk: CustodyDesk): TaskScript<'settle-unknown'> =>
  async (guide) => {
    const items = await guide.look('choose-unknown', LOOK_SECONDS, async () =>
      (await desk.unknowns()).slice(0, MOST_OFFERED),
    );
    if (items.length === 0) {
      await guide.do('nothing-unknown');
      return taskDone({ place: '' });
    }
    const id = await guide.choose(
      'choose-unknown',
      items.map((item) => ({ value: item.id, label: item.reference ?? item.id, note: item.unknown })),
    );
    const item = items.find((one) => one.id === id);
    if (!item) throw new Error(`${id} was not offered`);
    const facts = factsOf(item);
    if (item.kind === 'strange-card') return strangeCard(guide, desk, item, facts);
    await guide.do('advice', facts);
    switch (item.kind) {
      case 'transaction':
        return taskDone({ ...facts, place: '' });
      case 'card':
        return placed(guide, item, facts, (by, found) => desk.placeCard(by, item.id, found));
    }
  };

/** No line of the ledger can be this card's. */
async function strangeCard(
  guide: Settling,
  desk: CustodyDesk,
  item: UnknownItem,
  facts: TaskFacts,
): Promise<TaskEnd> {
  await guide.do('take-card-out', facts);
  // A blank that no request took is one of the stack's, and only a count says how many those are now.
  if (item.machine === 'issuer') return taskDone({ ...facts, place: 'to-be-counted' });
  return placed(guide, item, facts, (by, found) => desk.enterOwnCard(by, found));
}

async function placed(
  guide: Settling,
  { places }: UnknownItem,
  facts: TaskFacts,
  place: (by: Parameters<CustodyDesk['placeCard']>[0], found: FoundWord) => Promise<Placed>,
): Promise<TaskEnd> {
  for (;;) {
    const found = await guide.choose('where-found', places, facts);
    const answer = await guide.act(
      'place',
      PLACE_SECONDS,
      ({ act }) => {
        const { technician, second } = guide;
        return place({ act, technician, second, explained: null }, found);
      },
      facts,
    );
    if (answer.placed) return taskDone({ ...facts, card: answer.card, place: answer.place });
    const next = await guide.choose('not-placed', ['again', 'stop'], { ...facts, code: answer.code });
    if (next === 'stop') return taskFailed({ ...facts, code: answer.code });
  }
}

const factsOf = ({ id, kind, machine, unknown, reference, reason }: UnknownItem): TaskFacts => ({
  item: id,
  kind,
  unknown,
  reason,
  ...(machine === null ? {} : { machine }),
  ...(reference === null ? {} : { reference }),
});
