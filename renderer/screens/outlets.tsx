import './outlets.css';
import { OUTLET_KINDS } from '../../src/contracts/screen-words.ts';
import type { ViewOf } from '../../src/contracts/view.ts';
import { Button } from '../design/button.tsx';
import { Note } from '../design/note.tsx';
import { type Option, OptionList } from '../design/option-list.tsx';
import { Page } from '../design/page.tsx';
import { Pager, usePages } from '../design/pager.tsx';
import { PrintedPaper } from '../design/printed-paper.tsx';
import { WholeWords } from '../design/whole-words.tsx';
import { Act, Actions } from '../frame/act.tsx';
import { useCan, useKiosk, useRoom, useWords } from '../frame/kiosk-context.ts';
import { OutletsScene } from '../illustrations/service-scenes.tsx';
import type { Catalogue } from '../texts/catalogue.ts';
import { dayInWords } from './field-value.ts';

/** FIND-1: the kind, then the region, then the places; one question after the other. */
export function Outlets({ view }: { view: ViewOf<'outlets'> }) {
  const { outlets, fields } = useWords();
  const { landscape, low } = useRoom();
  const asking = view.region === null && view.regions.length > 1;
  const kinds = <Kinds chosen={view.kind} />;
  return (
    <Page
      title={outlets.title}
      {...(asking ? { lead: outlets.lead } : {})}
      {...(asking && low ? { picture: <OutletsScene label={outlets.title} /> } : {})}
      note={
        <>
          {landscape ? kinds : null}
          {landscape && !asking ? <RegionLine view={view} /> : null}
          {view.list === null ? null : <p className="outlets-age">{ageOf(view.list, outlets, fields)}</p>}
          <PrintedPaper paper={view.paper} words={outlets.papers} />
        </>
      }
      actions={
        <Actions>
          {!asking && (view.paper === 'offered' || view.paper === 'failed') ? (
            <Act command={{ type: 'print-document' }}>{outlets.print}</Act>
          ) : null}
          <Act kind="primary" command={{ type: 'finish' }}>
            {outlets.finish}
          </Act>
        </Actions>
      }
    >
      {landscape || low ? null : kinds}
      {landscape || low || asking ? null : <RegionLine view={view} />}
      {asking ? (
        <Regions regions={view.regions} />
      ) : (
        <PlacesOf key={`${view.kind} ${view.region}`} view={view} />
      )}
      {low && !asking ? <RegionLine view={view} /> : null}
      {low ? kinds : null}
    </Page>
  );
}

/** How old the list is, and that it may not name them all. */
function ageOf(
  list: NonNullable<ViewOf<'outlets'>['list']>,
  words: Catalogue['outlets'],
  fields: Catalogue['fields'],
): string {
  return `${words.asOf(dayInWords(fields, list.asOf))}${list.partial ? words.partial : ''}`;
}

function Kinds({ chosen }: { chosen: ViewOf<'outlets'>['kind'] }) {
  const { outlets } = useWords();
  const { send } = useKiosk();
  const can = useCan();
  if (!can('choose-outlet-kind')) return null;
  return (
    <div className="kinds">
      {OUTLET_KINDS.map((kind) => (
        <Button
          key={kind}
          className={kind === chosen ? 'chosen' : ''}
          act="choose-outlet-kind"
          data={{ 'data-kind': kind }}
          onPress={() => send({ type: 'choose-outlet-kind', kind })}
        >
          {outlets.kinds[kind]}
        </Button>
      ))}
    </div>
  );
}

function Regions({ regions }: { regions: readonly string[] }) {
  const { send } = useKiosk();
  const can = useCan();
  const { elder, landscape, low } = useRoom();
  const columns = landscape && !elder ? 4 : 3;
  const rows = landscape ? (elder ? 4 : 6) : low ? (elder ? 3 : 4) : elder ? 5 : 8;
  const pages = usePages(regions, columns * rows);
  if (!can('choose-region')) return null;
  const options: Option[] = pages.items.map((region) => ({
    value: region,
    label: region,
    more: [],
    fee: null,
    chosen: false,
  }));
  return (
    <>
      <OptionList
        options={options}
        onChoose={(region) => send({ type: 'choose-region', region })}
        columns={columns}
        look="short"
        carries="data-region"
      />
      <Pager pages={pages} />
    </>
  );
}

function RegionLine({ view }: { view: ViewOf<'outlets'> }) {
  const { outlets } = useWords();
  if (view.regions.length < 2 && view.region === null) return null;
  return (
    <div className="outlets-region">
      {outlets.region} {view.region ?? outlets.all}
      <Act kind="small" command={{ type: 'choose-region', region: null }}>
        {outlets.otherRegion}
      </Act>
    </div>
  );
}

function PlacesOf({ view }: { view: ViewOf<'outlets'> }) {
  const { outlets } = useWords();
  const { elder, landscape } = useRoom();
  const said = outlets.papers[view.paper] !== null;
  const pages = usePages(view.places, (elder ? 2 : landscape ? 3 : 4) - (said && !landscape ? 1 : 0));
  const list = (
    <div className="places">
      {pages.items.map((place) => (
        <div className="place" key={place.id}>
          <b>
            <WholeWords text={place.name} />
          </b>
          <span>
            <WholeWords text={place.address} />
          </span>
          <span>{place.phones.length === 0 ? outlets.noPhone : outlets.phone(place.phones.join('  '))}</span>
          {place.newCard || place.replacement ? (
            <span className="place-services">
              {[place.newCard ? outlets.newCard : null, place.replacement ? outlets.replacement : null]
                .filter((one) => one !== null)
                .join(' · ')}
              {place.adultsOnly ? ` · ${outlets.adultsOnly}` : ''}
            </span>
          ) : null}
        </div>
      ))}
    </div>
  );
  return (
    <>
      {view.places.length === 0 ? <Note>{outlets.none}</Note> : list}
      <Pager pages={pages} />
    </>
  );
}
