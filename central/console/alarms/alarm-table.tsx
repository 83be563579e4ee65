import type { AlarmRow } from '../../../src/contracts/console/alarms.ts';
import { DeskTable } from '../tables/desk-table.tsx';
import { useTexts } from '../texts/language.ts';
import { Acknowledge } from './acknowledge.tsx';
import { alarmColumns } from './alarm-columns.tsx';

/** Alarms that are all here: those of one kiosk. */
export function AlarmTable({
  rows,
  changed,
}: {
  readonly rows: readonly AlarmRow[];
  readonly changed: () => void;
}) {
  const texts = useTexts();
  return (
    <DeskTable
      name="alarms"
      rows={rows}
      rowKey={({ alarmId }) => alarmId}
      columns={alarmColumns(texts, (row) => <Acknowledge row={row} changed={changed} />)}
      empty={texts.alarms.empty}
    />
  );
}
