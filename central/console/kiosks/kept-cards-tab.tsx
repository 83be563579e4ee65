import type { KioskAnswer } from '../../../src/contracts/console/fleet.ts';
import { addressOf } from '../frame/route.ts';
import { DeskTable } from '../tables/desk-table.tsx';
import { useTexts, wordFor } from '../texts/language.ts';
import { momentText } from '../texts/moments.ts';

/** Cards kept in this kiosk's bins (INV-5). */
export function KeptCardsTab({ answer }: { readonly answer: KioskAnswer }) {
  const { codes, kiosks, words } = useTexts();
  return (
    <DeskTable
      name={`kept-cards-${answer.kiosk.kioskId}`}
      rows={answer.keptCards}
      rowKey={({ card, since }) => `${card} ${since}`}
      empty={kiosks.noKept}
      columns={[
        { key: 'card', title: kiosks.card, text: ({ card }) => card },
        {
          key: 'place',
          title: kiosks.place,
          text: ({ place }) => wordFor(codes.places, place),
          filters: true,
        },
        {
          key: 'reason',
          title: words.reason,
          text: ({ reason }) => wordFor(codes.why, reason),
          filters: true,
        },
        { key: 'since', title: words.since, text: ({ since }) => momentText(since), sorts: true },
        {
          key: 'reference',
          title: words.reference,
          text: ({ reference }) => reference,
          cell: ({ reference }) =>
            reference === null ? (
              words.none
            ) : (
              <a href={addressOf(['transactions'], { reference })}>{reference}</a>
            ),
        },
      ]}
    />
  );
}
