import { Segmented, Select } from 'antd';
import { useState } from 'react';
import { ALARM_VIEWS, alarmsQuery } from '../../../src/contracts/console/alarms.ts';
import { ALARMS } from '../../../src/contracts/maintenance/alarm.ts';
import { fleet } from '../api/fleet.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { Page } from '../frame/page.tsx';
import { goTo, useRoute } from '../frame/route.ts';
import { PagedTable } from '../tables/paged-table.tsx';
import { useTexts } from '../texts/language.ts';
import { Acknowledge } from './acknowledge.tsx';
import { alarmColumns } from './alarm-columns.tsx';

/** Alarms of the whole fleet: standing, acknowledged, over. */
export function AlarmsPage() {
  const texts = useTexts();
  const { alarms, words } = texts;
  const { query } = useRoute();
  const [round, setRound] = useState(0);
  const offered = useLoaded((reader) => fleet(reader).words(), 'fleet-words', null).value;
  const asked = alarmsQuery.partial().safeParse(Object.fromEntries(query));
  const { view = 'standing', kind, region } = asked.success ? asked.data : {};
  const choose = (change: Readonly<Record<string, string | undefined>>) => {
    const next = { view, kind, region, ...change };
    const given = Object.entries(next).filter((entry): entry is [string, string] => entry[1] !== undefined);
    goTo(['alarms'], Object.fromEntries(given));
  };
  return (
    <Page name="alarms">
      <PagedTable
        name={`alarms-${view}`}
        listKey={`alarms ${view} ${kind} ${region} ${round}`}
        live="fleet"
        read={(reader, { page, size }) =>
          fleet(reader).alarms({
            page,
            size,
            view,
            ...(kind === undefined ? {} : { kind }),
            ...(region === undefined ? {} : { region }),
          })
        }
        rowKey={({ alarmId, since }) => `${alarmId} ${since}`}
        columns={alarmColumns(texts, (row) => <Acknowledge row={row} changed={() => setRound(round + 1)} />)}
        empty={alarms.empty}
        bar={
          <>
            <Segmented
              value={view}
              options={ALARM_VIEWS.map((value) => ({ value, label: alarms.views[value] }))}
              onChange={(value) => choose({ view: value })}
            />
            <Select
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={alarms.kind}
              aria-label={alarms.kind}
              value={kind ?? null}
              options={ALARMS.map((value) => ({ value, label: words.alarms[value] }))}
              onChange={(value) => choose({ kind: value ?? undefined })}
              style={{ minWidth: 180 }}
            />
            <Select
              allowClear
              placeholder={words.region}
              aria-label={words.region}
              value={region ?? null}
              options={(offered?.regions ?? []).map((value) => ({ value, label: value }))}
              onChange={(value) => choose({ region: value ?? undefined })}
              style={{ minWidth: 120 }}
            />
          </>
        }
      />
    </Page>
  );
}
