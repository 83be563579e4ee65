import { DownloadOutlined } from '@ant-design/icons';
import { Button, Empty, Table } from 'antd';
import { type ReactNode, useState } from 'react';
import { csvOf } from '../../../src/fleet/csv.ts';
import type { Result } from '../../../src/result.ts';
import type { CallTrouble, Reader } from '../api/console-client.ts';
import type { LiveSubject } from '../api/live-changes.ts';
import { useAct } from '../api/use-act.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { useDesk } from '../frame/desk-context.ts';
import { TroubleLine } from '../frame/page.tsx';
import { useTexts } from '../texts/language.ts';
import { type DeskColumn, FIRST_STAYS } from './columns.ts';
import { saveFile } from './save-file.ts';

interface Page<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}
export interface PageAsked {
  readonly page: number;
  readonly size: number;
  readonly sort: string | undefined;
  readonly direction: 'up' | 'down' | undefined;
}
type ReadPage<Row> = (reader: Reader, asked: PageAsked) => Promise<Result<Page<Row>, CallTrouble>>;

interface PagedTableProps<Row> {
  /** Also the name of the exported file. */
  readonly name: string;
  /** Says what is asked for apart from the page: another key is another list, shown from its beginning. */
  readonly listKey: string;
  readonly read: ReadPage<Row>;
  readonly live: LiveSubject | null;
  readonly rowKey: (row: Row) => string;
  readonly columns: readonly DeskColumn<Row>[];
  readonly empty: ReactNode;
  readonly bar?: ReactNode;
}

const SIZE = 50;
/** Lines an export reads at once, and at most. */
const EXPORT_SIZE = 500;
const MOST_EXPORTED = 100_000;

/** A table whose rows stay at the centre, one page here: an export reads all of them. */
export function PagedTable<Row extends object>(props: PagedTableProps<Row>) {
  const { name, listKey, read, live, rowKey, columns, empty, bar } = props;
  const { tables } = useTexts();
  const { client } = useDesk();
  const { busy, act } = useAct();
  const [place, setPlace] = useState<PageAsked & { readonly listKey: string }>();
  const asked: PageAsked =
    place?.listKey === listKey ? place : { page: 1, size: SIZE, sort: undefined, direction: undefined };
  const key = `${listKey} ${asked.page} ${asked.sort} ${asked.direction}`;
  const loaded = useLoaded((reader) => read(reader, asked), key, live);

  async function save(): Promise<void> {
    const rows: Row[] = [];
    for (let page = 1; rows.length < MOST_EXPORTED; page++) {
      const part = await act(read(client, { ...asked, page, size: EXPORT_SIZE }));
      if (part === null) return;
      rows.push(...part.rows);
      if (part.rows.length < EXPORT_SIZE) break;
    }
    const lines = rows.map((row) => columns.map(({ text }) => text(row)));
    saveFile(`${name}.csv`, csvOf([columns.map(({ title }) => title), ...lines]), 'text/csv');
  }

  const total = loaded.value?.total ?? 0;
  return (
    <div>
      <div className="table-bar">
        {bar}
        <span className="table-bar-rest" />
        <span className="quiet">{loaded.value === null ? null : tables.shown(total, total)}</span>
        <Button icon={<DownloadOutlined />} disabled={total === 0} loading={busy} onClick={() => void save()}>
          {tables.export}
        </Button>
      </div>
      <TroubleLine trouble={loaded.trouble} stale={loaded.value !== null} />
      <Table<Row>
        size="small"
        rowKey={rowKey}
        loading={loaded.loading}
        dataSource={[...(loaded.value?.rows ?? [])]}
        columns={columns.map(({ key, title, text, cell, sorts, width, align }, at) => ({
          ...(at === 0 && FIRST_STAYS),
          key,
          title,
          ...(width === undefined ? {} : { width }),
          ...(align === undefined ? {} : { align, className: 'figure' }),
          ...(sorts ? { sorter: true } : {}),
          render: (_: unknown, row: Row) => (cell === undefined ? text(row) : cell(row)),
        }))}
        onChange={(pages, _filters, sorter) => {
          const one = Array.isArray(sorter) ? sorter[0] : sorter;
          const direction = one?.order === 'descend' ? 'down' : one?.order === 'ascend' ? 'up' : undefined;
          const sort = direction === undefined ? undefined : String(one?.columnKey);
          setPlace({ listKey, page: pages.current ?? 1, size: SIZE, sort, direction });
        }}
        scroll={{ x: 'max-content' }}
        pagination={{
          current: asked.page,
          pageSize: SIZE,
          total,
          showSizeChanger: false,
          hideOnSinglePage: true,
        }}
        locale={{
          // Nobody knows whether there is nothing where it could not be read.
          emptyText: loaded.loading ? (
            tables.loading
          ) : loaded.value === null ? (
            tables.notRead
          ) : (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} />
          ),
        }}
      />
    </div>
  );
}
