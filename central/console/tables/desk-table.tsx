import { DownloadOutlined } from '@ant-design/icons';
import { Button, Empty, Input, Table } from 'antd';
import { type ReactNode, useState } from 'react';
import { csvOf } from '../../../src/fleet/csv.ts';
import { useTexts } from '../texts/language.ts';
import {
  asChosen,
  type ChosenRows,
  compareCells,
  type DeskColumn,
  FIRST_STAYS,
  filterWords,
  holds,
} from './columns.ts';
import { saveFile } from './save-file.ts';

interface DeskTableProps<Row> {
  /** Also the name of the exported file. */
  readonly name: string;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly columns: readonly DeskColumn<Row>[];
  /** What to do where there is nothing. */
  readonly empty: ReactNode;
  /** Beside the search: filters of the page's own. */
  readonly bar?: ReactNode;
  readonly pageSize?: number;
  /** Without search and export: a few lines that are read whole. */
  readonly bare?: boolean;
}

/** How antd draws a column. Sorting and filtering are done on what the file would hold. */
function drawn<Row>(column: DeskColumn<Row>, rows: readonly Row[]) {
  const { key, title, text, cell, sorts, filters, width, align } = column;
  return {
    key,
    title,
    ...(width === undefined ? {} : { width }),
    ...(align === undefined ? {} : { align, className: 'figure' }),
    render: (_: unknown, row: Row) => (cell === undefined ? text(row) : cell(row)),
    ...(sorts ? { sorter: (left: Row, right: Row) => compareCells(text(left), text(right)) } : {}),
    ...(filters
      ? {
          filters: filterWords(column, rows).map((word) => ({ text: word, value: word })),
          onFilter: (value: unknown, row: Row) => String(text(row) ?? '') === String(value),
          filterSearch: true,
        }
      : {}),
  };
}

/** A table whose rows are all here: searched, filtered, sorted, paged and exported in the browser. */
export function DeskTable<Row extends object>(props: DeskTableProps<Row>) {
  const { name, rows, rowKey, columns, empty, bar, pageSize = 20, bare = false } = props;
  const { tables } = useTexts();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<ChosenRows>({ filters: {}, sortedBy: null, order: null });
  const found = rows.filter((row) => holds(row, columns, typed));
  const shown = asChosen(found, columns, chosen);
  const save = () =>
    saveFile(
      `${name}.csv`,
      csvOf([columns.map(({ title }) => title), ...shown.map((row) => columns.map(({ text }) => text(row)))]),
      'text/csv',
    );
  return (
    <div>
      <div className="table-bar" hidden={bare || (rows.length === 0 && bar === undefined)}>
        <Input.Search
          allowClear
          aria-label={tables.search}
          placeholder={tables.search}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          style={{ width: 240 }}
        />
        {bar}
        <span className="table-bar-rest" />
        <span className="quiet">{tables.shown(shown.length, rows.length)}</span>
        <Button icon={<DownloadOutlined />} disabled={shown.length === 0} onClick={save}>
          {tables.export}
        </Button>
      </div>
      <Table<Row>
        size="small"
        rowKey={rowKey}
        dataSource={found}
        columns={columns.map((column, at) => ({ ...drawn(column, rows), ...(at === 0 && FIRST_STAYS) }))}
        onChange={(_pages, filters, sorter) => {
          const one = Array.isArray(sorter) ? sorter[0] : sorter;
          setChosen({ filters, sortedBy: String(one?.columnKey ?? ''), order: one?.order ?? null });
        }}
        scroll={{ x: 'max-content' }}
        pagination={{ pageSize, showSizeChanger: false, hideOnSinglePage: true }}
        locale={{
          emptyText: (
            <Empty
              image={Empty.PRESENTED_IMAGE_SIMPLE}
              description={rows.length === 0 ? empty : tables.nothingFound}
            />
          ),
        }}
      />
    </div>
  );
}
