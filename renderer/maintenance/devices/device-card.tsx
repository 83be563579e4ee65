import type { DeviceCare } from '../../../src/contracts/maintenance/page.ts';
import type { ReadinessLevel } from '../../../src/contracts/maintenance/readiness-report.ts';
import { useSecondsLeft } from '../../design/countdown.tsx';
import { WholeWords } from '../../design/whole-words.tsx';
import { useKiosk, useWords } from '../../frame/kiosk-context.ts';
import { readableDay, readableSince } from '../../frame/moment.ts';
import { length } from '../readiness/fact-words.ts';
import { LevelSign } from '../readiness/level-sign.tsx';

/** One device: how it is, how it recovers, what it did, what went wrong and how often. */
export function DeviceCard({ care, level }: { care: DeviceCare; level: ReadinessLevel }) {
  const { view } = useKiosk();
  const { conditions, readiness, deviceCare } = useWords();
  const states: Readonly<Record<string, string>> = conditions.states.device;
  const { language, now } = view;
  const counted = (count: number) => deviceCare.times(new Intl.NumberFormat(language).format(count));
  return (
    <li className={`device-card ${level}`} data-device={care.device} data-level={level}>
      <LevelSign level={level} />
      <div className="device-words">
        <p className="device-title">
          <b>
            <WholeWords text={conditions.deviceClasses[care.deviceClass] ?? care.deviceClass} />
          </b>
          <span>
            {care.failing && care.state === 'online'
              ? deviceCare.failing
              : (states[care.state] ?? care.state)}
          </span>
        </p>
        <p className="device-small">
          {care.device}
          {care.code === null ? '' : `, ${readiness.code(care.code)}`}
          {care.lastSuccess === null
            ? ''
            : `, ${readiness.lastSuccess(readableSince(care.lastSuccess, now, language))}`}
        </p>
        {care.ladder === null ? null : <Ladder key={view.revision} ladder={care.ladder} />}
        <dl className="device-numbers">
          <Figure name={deviceCare.operations} value={counted(care.operations)} />
          <Figure name={deviceCare.retries} value={counted(care.retries)} />
          <Figure
            name={deviceCare.meanTime}
            value={
              care.meanTimeBetweenFaultsMs === null
                ? deviceCare.unknown
                : length(care.meanTimeBetweenFaultsMs, language)
            }
          />
        </dl>
        <p className="device-small">
          {care.faults.length === 0
            ? deviceCare.noFaults
            : `${deviceCare.faults}: ${care.faults
                .slice(0, 4)
                .map(({ code, count }) => `${code} × ${count}`)
                .join(', ')}`}
          {`, ${deviceCare.countingSince(readableDay(care.countingSince, language))}`}
        </p>
      </div>
    </li>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** Which rung is tried, when the next one comes, how often it failed. */
function Ladder({ ladder }: { ladder: NonNullable<DeviceCare['ladder']> }) {
  const { view } = useKiosk();
  const { deviceCare } = useWords();
  const left = useSecondsLeft(ladder.nextAt === null ? 0 : Math.max(0, (ladder.nextAt - view.now) / 1000));
  return (
    <p className="device-ladder" role="status">
      <b>{deviceCare.recovering(deviceCare.acts[ladder.act] ?? ladder.act)}</b>
      <span>{left > 0 ? deviceCare.nextIn(length(left * 1000, view.language)) : deviceCare.trying}</span>
      <span>{deviceCare.failures(ladder.failures)}</span>
    </p>
  );
}
