import type { OutletKind } from '../contracts/screen-words.ts';
import type { Language } from '../contracts/view.ts';
import type { Place } from '../directory/outlets.ts';
import { inLanguage } from '../policy/in-language.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import type { PrintedDocument } from '../ports/document-printer.ts';
import { type DocumentTexts, documentTexts } from './document-texts.ts';

/** A list of outlets as it was looked up (FIND-1). */
export interface OutletsFacts {
  readonly kind: OutletKind;
  readonly region: string | null;
  readonly places: readonly Place[];
  /** How old the list is and whether it names them all; null where nobody says. */
  readonly list: { readonly partial: boolean; readonly asOf: string } | null;
}

/** FIND-1 on paper: names and addresses stay as they are written, in Chinese. */
export function outletsDocument(
  facts: OutletsFacts,
  language: Language,
  policy: PolicyPack,
): PrintedDocument {
  const words = documentTexts(language);
  const { columns } = words;
  const makesCards = facts.kind === 'instant-issue';
  return {
    heading: inLanguage(policy.receipt.heading, language),
    title: words.titles.outlets,
    facts: [
      { label: words.labels.kind, value: words.kinds[facts.kind] },
      { label: words.labels.region, value: facts.region ?? words.allRegions },
      ...(facts.list ? [{ label: words.labels['as-of'], value: facts.list.asOf }] : []),
    ],
    tables: [
      {
        heading: [columns.place, columns.address, columns.phone, ...(makesCards ? [columns.cards] : [])],
        rows: facts.places.map((place) => [
          place.name,
          place.address,
          place.phones.join(' '),
          ...(makesCards ? [cardsMadeAt(place, words)] : []),
        ]),
        widths: makesCards ? [4, 5, 3, 3] : [4, 5, 3],
      },
    ],
    notes: [...(facts.list?.partial ? [words.partialNote] : []), words.outletsNote],
    footer: inLanguage(policy.title, language),
  };
}

/** Which cards are made there at once, and for whom (H annex 3). */
function cardsMadeAt({ services }: Place, { cards, adultsOnly, and }: DocumentTexts): string {
  return services
    .flatMap(({ service, customers }) => {
      if (service !== 'instant-new-card' && service !== 'instant-replacement') return [];
      const made = service === 'instant-new-card' ? cards.newCard : cards.replacement;
      return [customers === 'all' ? made : adultsOnly(made)];
    })
    .join(and);
}
