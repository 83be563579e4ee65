import { Checkbox, Input, Select } from 'antd';
import { CONFIGURATION_STATES } from '../../../src/contracts/configuration/poll.ts';
import { KIOSK_PRESENCES, type KiosksQuery, kiosksQuery } from '../../../src/contracts/console/fleet.ts';
import { SERVICES } from '../../../src/contracts/service.ts';
import { fleet } from '../api/fleet.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { Page } from '../frame/page.tsx';
import { goTo, useRoute } from '../frame/route.ts';
import { PagedTable } from '../tables/paged-table.tsx';
import { useSaid, useTexts } from '../texts/language.ts';
import { kioskColumns } from './kiosk-columns.tsx';

type Filters = Partial<Omit<KiosksQuery, 'page' | 'size' | 'sort' | 'direction'>>;
type FilterName = keyof Filters;

/** What an address asks for; a filter that means nothing is left out. */
export function kioskFilters(query: URLSearchParams): Partial<KiosksQuery> {
  const known: Record<string, string> = {};
  for (const [name, value] of query) {
    if (kiosksQuery.safeParse({ [name]: value }).success) known[name] = value;
  }
  const { page: _page, size: _size, ...filters } = kiosksQuery.parse(known);
  return filters;
}

interface ChoiceProps {
  readonly name: FilterName;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** Filters stand in the address: what one operator sees can be sent to another. */
function FilterBar() {
  const { kiosks, words } = useTexts();
  const { query } = useRoute();
  const offered = useLoaded((reader) => fleet(reader).words(), 'fleet-words', null).value;
  const choose = (name: string, value: string | undefined) => {
    const next = new URLSearchParams(query);
    if (value === undefined || value === '') next.delete(name);
    else next.set(name, value);
    goTo(['kiosks'], Object.fromEntries(next));
  };
  const same = (list: readonly string[] | undefined) =>
    (list ?? []).map((value) => ({ value, label: value }));
  const choices: readonly ChoiceProps[] = [
    {
      name: 'presence',
      label: kiosks.presence,
      options: KIOSK_PRESENCES.map((value) => ({ value, label: words.presences[value] })),
    },
    { name: 'region', label: words.region, options: same(offered?.regions) },
    { name: 'model', label: words.model, options: same(offered?.models) },
    { name: 'tag', label: words.tags, options: same(offered?.tags) },
    {
      name: 'serviceOff',
      label: kiosks.servicesOff,
      options: SERVICES.map((value) => ({ value, label: words.services[value] })),
    },
    {
      name: 'configuration',
      label: kiosks.configuration,
      options: CONFIGURATION_STATES.map((value) => ({ value, label: kiosks.configurations[value] })),
    },
    { name: 'version', label: kiosks.software, options: same(offered?.versions) },
  ];
  return (
    <>
      <Input.Search
        allowClear
        placeholder={kiosks.find}
        aria-label={kiosks.find}
        defaultValue={query.get('text') ?? ''}
        onSearch={(typed) => choose('text', typed.trim())}
        style={{ width: 180 }}
      />
      {choices.map(({ name, label, options }) => (
        <Select
          key={name}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={label}
          placeholder={label}
          value={query.get(name)}
          options={[...options]}
          onChange={(value) => choose(name, value ?? undefined)}
          style={{ minWidth: 116 }}
        />
      ))}
      <Checkbox
        checked={query.get('alarms') === 'yes'}
        onChange={({ target }) => choose('alarms', target.checked ? 'yes' : undefined)}
      >
        {kiosks.withAlarms}
      </Checkbox>
    </>
  );
}

/** Every kiosk: where it is, what works there now, and why not. */
export function KiosksPage() {
  const texts = useTexts();
  const saying = useSaid();
  const { query } = useRoute();
  const filters = kioskFilters(query);
  return (
    <Page name="kiosks">
      <PagedTable
        name="kiosks"
        listKey={`kiosks ${query.toString()}`}
        live="fleet"
        read={(reader, { page, size, sort, direction }) =>
          fleet(reader).kiosks({
            ...filters,
            page,
            size,
            ...(sort === undefined ? {} : { sort: kiosksQuery.shape.sort.parse(sort) }),
            ...(direction === undefined ? {} : { direction }),
          })
        }
        rowKey={({ kioskId }) => kioskId}
        columns={kioskColumns(texts, saying)}
        empty={texts.kiosks.empty}
        bar={<FilterBar />}
      />
    </Page>
  );
}
