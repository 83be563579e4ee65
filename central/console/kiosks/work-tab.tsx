import type { KioskAnswer } from '../../../src/contracts/console/fleet.ts';
import { DeskTable } from '../tables/desk-table.tsx';
import { useTexts } from '../texts/language.ts';
import { workColumns } from '../work/work-columns.tsx';

/** What waits for people at this kiosk; each line leads to its transaction. */
export function WorkTab({ answer }: { readonly answer: KioskAnswer }) {
  const texts = useTexts();
  return (
    <DeskTable
      name={`work-${answer.kiosk.kioskId}`}
      rows={answer.work}
      rowKey={({ itemId }) => itemId}
      columns={workColumns(texts)}
      empty={texts.kiosks.noWork}
    />
  );
}
