import { Segmented, Select } from 'antd';
import { WORK_ITEM_KINDS, type WorkItemRow, workQuery } from '../../../src/contracts/console/work.ts';
import { workReading } from '../api/work.ts';
import { Page } from '../frame/page.tsx';
import { goTo, useRoute } from '../frame/route.ts';
import { PagedTable } from '../tables/paged-table.tsx';
import { useTexts } from '../texts/language.ts';
import { workColumns } from './work-columns.tsx';

const VIEWS = ['waiting', 'open', 'proposed', 'decided', 'closed'] as const;

/** Everything that waits for people. */
export function WorkPage() {
  const texts = useTexts();
  const { work } = texts;
  const { query } = useRoute();
  const asked = workQuery.partial().safeParse(Object.fromEntries(query));
  const { view = 'waiting', kind } = asked.success ? asked.data : {};
  const choose = (next: { view: string; kind: string | undefined }) =>
    goTo(['work'], { view: next.view, ...(next.kind === undefined ? {} : { kind: next.kind }) });
  return (
    <Page name="work">
      <PagedTable<WorkItemRow>
        name={`work-${view}`}
        listKey={`work ${view} ${kind}`}
        live="work"
        read={(reader, { page, size }) =>
          workReading(reader).list({ page, size, view, ...(kind === undefined ? {} : { kind }) })
        }
        rowKey={({ itemId }) => itemId}
        columns={workColumns(texts).map((column) => ({ ...column, sorts: false }))}
        empty={work.empty}
        bar={
          <>
            <Segmented
              value={view}
              options={VIEWS.map((value) => ({ value, label: work.views[value] }))}
              onChange={(value) => choose({ view: value, kind })}
            />
            <Select
              allowClear
              placeholder={work.kind}
              aria-label={work.kind}
              value={kind ?? null}
              options={WORK_ITEM_KINDS.map((value) => ({ value, label: work.kinds[value] }))}
              onChange={(value) => choose({ view, kind: value ?? undefined })}
              style={{ minWidth: 220 }}
            />
          </>
        }
      />
    </Page>
  );
}
