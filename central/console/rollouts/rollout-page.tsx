import { Alert } from 'antd';
import { rolloutReading } from '../api/rollouts.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { ROLLOUT_LEVELS } from '../design/levels.ts';
import { StateMark } from '../design/state-mark.tsx';
import { Page, Shown } from '../frame/page.tsx';
import { addressOf } from '../frame/route.ts';
import { useSaid, useTexts } from '../texts/language.ts';
import { momentText } from '../texts/moments.ts';
import { GateCard } from './gate-card.tsx';
import { MemberTable } from './member-table.tsx';
import { RolloutActs } from './rollout-acts.tsx';
import { WavesCard } from './waves-card.tsx';

/** One rollout: how the open wave stands before its gate, and where every kiosk is and why. */
export function RolloutPage({ rolloutId }: { readonly rolloutId: string }) {
  const { rollouts } = useTexts();
  const saying = useSaid();
  const loaded = useLoaded(
    (reader) => rolloutReading(reader).rollout(rolloutId),
    `rollout ${rolloutId}`,
    'rollouts',
  );
  const rollout = loaded.value;
  return (
    <Page
      name="rollout"
      of={rollout?.title ?? rolloutId}
      acts={rollout === null ? null : <RolloutActs rollout={rollout} again={loaded.again} />}
    >
      <Shown loaded={loaded}>
        {(value) => (
          <div className="stack">
            <div className="row">
              <StateMark level={ROLLOUT_LEVELS[value.state]}>{rollouts.states[value.state]}</StateMark>
              <a href={addressOf(['releases', value.releaseId])}>{value.releaseId}</a>
              <span className="quiet">
                {rollouts.started}{' '}
                {value.startedAt === null ? '—' : `${momentText(value.startedAt)} ${value.startedBy ?? ''}`}
                {value.endedAt === null ? '' : ` · ${rollouts.ended} ${momentText(value.endedAt)}`}
              </span>
            </div>
            {value.reason === null ? null : (
              <Alert type="warning" showIcon title={rollouts.reasonLine(value.reason)} />
            )}
            {value.holds === null ? null : (
              <Alert type="info" showIcon title={rollouts.holdsLine(saying(value.holds))} />
            )}
            <div className="columns">
              <WavesCard rollout={value} />
              {value.gate === null ? null : <GateCard gate={value.gate} />}
            </div>
            <h2>{rollouts.kiosks}</h2>
            <MemberTable rollout={value} />
          </div>
        )}
      </Shown>
    </Page>
  );
}
