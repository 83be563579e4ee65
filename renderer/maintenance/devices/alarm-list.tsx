import type { ReactNode } from 'react';
import type { Alarm } from '../../../src/contracts/maintenance/alarm.ts';
import { Pager, usePages } from '../../design/pager.tsx';
import { WholeWords } from '../../design/whole-words.tsx';
import { useKiosk, useRoom, useWords } from '../../frame/kiosk-context.ts';
import { readableSince } from '../../frame/moment.ts';
import { LevelSign } from '../readiness/level-sign.tsx';

interface AlarmListProps {
  readonly alarms: readonly Alarm[];
  /** Below the list: the way back, and the pager beside it. */
  readonly below: (pager: ReactNode) => ReactNode;
}

/** What stands now and the centre knows of. */
export function AlarmList({ alarms, below }: AlarmListProps) {
  const { view } = useKiosk();
  const { elder, landscape } = useRoom();
  const { deviceCare, conditions, readiness } = useWords();
  const pages = usePages(alarms, landscape ? (elder ? 3 : 4) : elder ? 6 : 8);
  if (alarms.length === 0)
    return (
      <>
        <div className="nothing-to-do devices-middle">
          <LevelSign level="well" worded={false} />
          <h2>{deviceCare.noAlarms}</h2>
        </div>
        {below(null)}
      </>
    );
  return (
    <>
      <ul className="alarms devices-middle">
        {pages.items.map((alarm) => (
          <li key={`${alarm.kind} ${alarm.which}`} data-alarm={alarm.kind}>
            <LevelSign level="soon" worded={false} />
            <p>
              <b>
                <WholeWords text={deviceCare.alarms[alarm.kind]} />
              </b>
              <span>
                {[
                  alarm.which === null
                    ? null
                    : (conditions.deviceClasses[alarm.which] ?? conditions.bins[alarm.which] ?? alarm.which),
                  alarm.detail,
                  readiness.since(readableSince(alarm.since, view.now, view.language)),
                ]
                  .filter((part) => part !== null)
                  .join(', ')}
              </span>
            </p>
          </li>
        ))}
      </ul>
      {below(<Pager pages={pages} />)}
    </>
  );
}
