import type { KeptCardRow } from '../../../src/contracts/console/kept-cards.ts';
import { fleet } from '../api/fleet.ts';
import { KioskLink } from '../frame/kiosk-link.tsx';
import { Page } from '../frame/page.tsx';
import { addressOf } from '../frame/route.ts';
import { PagedTable } from '../tables/paged-table.tsx';
import { useTexts, wordFor } from '../texts/language.ts';
import { momentText } from '../texts/moments.ts';

/** Every card that is inside a kiosk, masked, with its place and reason (INV-5). */
export function KeptCardsPage() {
  const { codes, keptCards, kiosks, words } = useTexts();
  return (
    <Page name="keptCards">
      <PagedTable<KeptCardRow>
        name="kept-cards"
        listKey="kept cards"
        live="fleet"
        read={(reader, { page, size }) => fleet(reader).keptCards({ page, size })}
        rowKey={({ kioskId, card, since }) => `${kioskId} ${card} ${since}`}
        empty={keptCards.empty}
        columns={[
          { key: 'card', title: kiosks.card, text: ({ card }) => card },
          {
            key: 'kiosk',
            title: words.kiosk,
            text: ({ kioskName, kioskId }) => `${kioskName} ${kioskId}`,
            cell: ({ kioskName, kioskId }) => (
              <KioskLink kioskId={kioskId} name={kioskName} tab="keptCards" />
            ),
          },
          { key: 'region', title: words.region, text: ({ region }) => region },
          { key: 'place', title: kiosks.place, text: ({ place }) => wordFor(codes.places, place) },
          { key: 'reason', title: words.reason, text: ({ reason }) => wordFor(codes.why, reason) },
          { key: 'since', title: words.since, text: ({ since }) => momentText(since) },
          {
            key: 'reference',
            title: words.reference,
            text: ({ reference }) => reference,
            cell: ({ reference }) =>
              reference === null ? null : (
                <a href={addressOf(['transactions'], { reference })}>{reference}</a>
              ),
          },
        ]}
      />
    </Page>
  );
}
