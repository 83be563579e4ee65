import { dayInShanghai } from '../../src/calendar/calendar-day.ts';
import type { AuditRecord } from '../../src/contracts/audit.ts';
import type { Queries } from '../database/tables.ts';

/** What one record says was used up: blanks out of the stack, receipts and slips out of the printer. */
function usedBy({ event, detail }: AuditRecord): { readonly cards: number; readonly receipts: number } {
  switch (event) {
    case 'blank-taken':
      // A card that went somewhere nobody knows is not in the stack any more either.
      return { cards: detail.outcome === 'nothing-moved' ? 0 : 1, receipts: 0 };
    case 'receipt-printed':
    case 'counter-slip-printed':
      return { cards: 0, receipts: detail.outcome === 'printed' ? 1 : 0 };
    case 'document-printed':
      return { cards: 0, receipts: detail.outcome === 'printed' && detail.paper === 'slip' ? 1 : 0 };
    default:
      return { cards: 0, receipts: 0 };
  }
}

/** Counts what new records say was used up, by day, for the forecasts. A day without anything counts too: it is known. */
export async function countUse(q: Queries, kioskId: string, records: readonly AuditRecord[]): Promise<void> {
  const byDay = new Map<string, { cards: number; receipts: number }>();
  for (const record of records) {
    const day = dayInShanghai(Date.parse(record.at));
    const used = usedBy(record);
    const before = byDay.get(day) ?? { cards: 0, receipts: 0 };
    byDay.set(day, { cards: before.cards + used.cards, receipts: before.receipts + used.receipts });
  }
  for (const [day, { cards, receipts }] of byDay) {
    const upsert = q.insertInto('daily_use').values({ day, kiosk_id: kioskId, cards, receipts });
    await (cards + receipts === 0
      ? upsert.onConflict((conflict) => conflict.columns(['day', 'kiosk_id']).doNothing())
      : upsert.onConflict((conflict) =>
          conflict.columns(['day', 'kiosk_id']).doUpdateSet((eb) => ({
            cards: eb('daily_use.cards', '+', cards),
            receipts: eb('daily_use.receipts', '+', receipts),
          })),
        )
    ).execute();
  }
}
