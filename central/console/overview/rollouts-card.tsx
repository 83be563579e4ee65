import { Card, Progress } from 'antd';
import type { FleetSummary } from '../../../src/contracts/console/fleet-summary.ts';
import { ROLLOUT_LEVELS } from '../design/levels.ts';
import { StateMark } from '../design/state-mark.tsx';
import { addressOf } from '../frame/route.ts';
import { useTexts } from '../texts/language.ts';

/** Rollouts under way: which wave is open, and how many kiosks run it. */
export function RolloutsCard({ rows }: { readonly rows: FleetSummary['rollouts'] }) {
  const { overview, rollouts } = useTexts();
  return (
    <Card title={overview.rollouts}>
      {rows.length === 0 ? <span className="quiet">{overview.rolloutsNone}</span> : null}
      <div className="stack">
        {rows.map(({ rolloutId, title, state, wave, kiosks, running }) => (
          <div key={rolloutId}>
            <div className="row">
              <a href={addressOf(['rollouts', rolloutId])}>{title}</a>
              <StateMark level={ROLLOUT_LEVELS[state]}>{rollouts.states[state]}</StateMark>
              {state === 'canary' ? null : <span className="quiet">{overview.wave(wave)}</span>}
            </div>
            <Progress
              percent={kiosks === 0 ? 0 : Math.floor((100 * running) / kiosks)}
              format={() => overview.running(running, kiosks)}
              size={{ height: 8 }}
              status="normal"
            />
          </div>
        ))}
      </div>
    </Card>
  );
}
