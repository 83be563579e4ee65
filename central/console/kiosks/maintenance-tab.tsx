import { Card } from 'antd';
import type { KioskAnswer } from '../../../src/contracts/console/fleet.ts';
import { StateMark } from '../design/state-mark.tsx';
import { DeskTable } from '../tables/desk-table.tsx';
import { useTexts } from '../texts/language.ts';
import { momentText } from '../texts/moments.ts';

/** Whether a technician is at work, and the kiosk's own report of the morning, red first. */
export function MaintenanceTab({ answer }: { readonly answer: KioskAnswer }) {
  const { kiosks } = useTexts();
  const { maintenanceSince, morningReport } = answer;
  return (
    <div className="stack">
      <StateMark level={maintenanceSince === null ? 'off' : 'moving'}>
        {maintenanceSince === null
          ? kiosks.noMaintenance
          : kiosks.maintenanceSince(momentText(maintenanceSince))}
      </StateMark>
      <Card title={kiosks.morning}>
        {morningReport === null ? (
          <span className="quiet">{kiosks.noMorning}</span>
        ) : (
          <>
            <p className="quiet">
              {kiosks.morningAt(morningReport.day, momentText(morningReport.receivedAt))}
            </p>
            <DeskTable
              name={`morning-${answer.kiosk.kioskId}-${morningReport.day}`}
              rows={morningReport.report.lines}
              rowKey={({ subject, which }) => `${subject} ${which}`}
              empty={kiosks.noMorning}
              columns={[
                {
                  key: 'level',
                  title: kiosks.level,
                  filters: true,
                  text: ({ level }) => kiosks.levels[level],
                  cell: ({ level }) => <StateMark level={level}>{kiosks.levels[level]}</StateMark>,
                },
                { key: 'subject', title: kiosks.subject, text: ({ subject }) => subject, filters: true },
                { key: 'which', title: kiosks.device, text: ({ which }) => which },
                { key: 'state', title: kiosks.deviceState, text: ({ state }) => state },
                { key: 'code', title: kiosks.code, text: ({ code }) => code },
              ]}
            />
          </>
        )}
      </Card>
    </div>
  );
}
