import { useState } from 'react';
import type { Place, ViewOf } from '../../src/contracts/view.ts';
import { Button } from '../design/button.tsx';
import { ChoiceList } from '../design/choice-list.tsx';
import { Page } from '../design/page.tsx';
import { Pager, usePages } from '../design/pager.tsx';
import { roomOf } from '../design/places.tsx';
import { WholeWords } from '../design/whole-words.tsx';
import { Act, Actions } from '../frame/act.tsx';
import { useRoom, useWords } from '../frame/kiosk-context.ts';

/** APPLY-3: from the list of the pack, no typing. */
export function Occupation({ view }: { view: ViewOf<'occupation'> }) {
  const { apply, frame } = useWords();
  const [chosen, setChosen] = useState(view.chosen);
  const { elder, landscape, low } = useRoom();
  const columns = landscape ? (elder ? 2 : 3) : 1;
  const pages = usePages(view.options, low ? (elder ? 3 : 5) : elder ? 6 : landscape ? 12 : 8);
  return (
    <Page
      title={apply.occupationTitle}
      lead={apply.occupationLead}
      wide
      note={landscape ? <Pager pages={pages} /> : null}
      actions={
        <Act
          kind="primary"
          className="wide"
          command={{ type: 'choose-occupation', occupation: chosen ?? '' }}
          disabled={chosen === null}
        >
          {chosen === null ? apply.chooseFirst : frame.next}
        </Act>
      }
    >
      <ChoiceList
        label={apply.occupationTitle}
        choices={pages.items}
        chosen={chosen}
        onChoose={setChosen}
        columns={columns}
      />
      {landscape ? null : <Pager pages={pages} />}
    </Page>
  );
}

/** The district first, then its places: no long scrolling. */
export function CollectionPlace({ view }: { view: ViewOf<'collection-place'> }) {
  const regions = [...new Set(view.places.map((place) => place.region))];
  const before = view.places.find((place) => place.id === view.chosen);
  const [region, setRegion] = useState(before?.region ?? (regions.length === 1 ? regions[0] : undefined));
  if (region === undefined) return <Regions regions={regions} onChoose={setRegion} />;
  return (
    <PlacesOf
      region={region}
      places={view.places.filter((place) => place.region === region)}
      before={view.chosen}
      onOther={regions.length > 1 ? () => setRegion(undefined) : null}
    />
  );
}

function Regions({ regions, onChoose }: { regions: readonly string[]; onChoose: (region: string) => void }) {
  const { apply } = useWords();
  const { elder, landscape, low } = useRoom();
  const columns = landscape ? (elder ? 4 : 5) : elder ? 2 : 3;
  const rows = landscape ? (elder ? 3 : 4) : low ? (elder ? 4 : 6) : elder ? 5 : 8;
  const pages = usePages(regions, columns * rows);
  return (
    <Page
      title={apply.regionTitle}
      lead={apply.regionLead}
      wide
      note={landscape ? <Pager pages={pages} /> : null}
    >
      <div className={`choices columns-${columns}`}>
        {pages.items.map((region) => (
          <Button key={region} label={region} onPress={() => onChoose(region)}>
            <WholeWords text={region} />
          </Button>
        ))}
      </div>
      {landscape ? null : <Pager pages={pages} />}
    </Page>
  );
}

interface PlacesOfProps {
  readonly region: string;
  readonly places: readonly Place[];
  readonly before: string | null;
  readonly onOther: (() => void) | null;
}

function PlacesOf({ region, places, before, onOther }: PlacesOfProps) {
  const { apply, frame } = useWords();
  const [chosen, setChosen] = useState(places.some((place) => place.id === before) ? before : null);
  const { elder, landscape, low } = useRoom();
  const pages = usePages(places, low ? (elder ? 2 : 3) : elder ? 4 : 6, roomOf);
  return (
    <Page
      title={apply.placeTitle}
      lead={apply.placeLead(region)}
      wide
      note={landscape ? <Pager pages={pages} /> : null}
      actions={
        <Actions>
          {onOther === null ? null : <Button onPress={onOther}>{apply.placeOtherRegion}</Button>}
          <Act
            kind="primary"
            command={{ type: 'choose-outlet', outlet: chosen ?? '' }}
            disabled={chosen === null}
          >
            {chosen === null ? apply.chooseFirst : frame.next}
          </Act>
        </Actions>
      }
    >
      <ChoiceList
        label={apply.placeTitle}
        choices={pages.items.map((place) => ({
          value: place.id,
          label: place.name,
          more: [place.address, ...place.phones.slice(0, 1).map(apply.placePhone)],
        }))}
        chosen={chosen}
        onChoose={setChosen}
        columns={landscape ? 2 : 1}
      />
      {landscape ? null : <Pager pages={pages} />}
    </Page>
  );
}
