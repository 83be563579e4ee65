import { Card, Statistic } from 'antd';
import type { ReactNode } from 'react';
import type { FleetSummary } from '../../../src/contracts/console/fleet-summary.ts';
import { PRESENCE_LEVELS } from '../design/levels.ts';
import { StateMark } from '../design/state-mark.tsx';
import { addressOf } from '../frame/route.ts';
import { useTexts } from '../texts/language.ts';

interface TileProps {
  readonly title: ReactNode;
  readonly value: number;
  readonly below: string;
  readonly to: string;
}

function Tile({ title, value, below, to }: TileProps) {
  return (
    <a href={to}>
      <Card size="small" hoverable>
        <Statistic title={title} value={value} />
        <span className="quiet">{below}</span>
      </Card>
    </a>
  );
}

/** Kiosks that serve nobody any more: they are no part of the fleet that can be up. */
const GONE: ReadonlySet<string> = new Set(['given-up', 'revoked']);

/** How many kiosks are up, late, silent, and what waits in their queues. Every tile leads to the kiosks it counts. */
export function PresenceTiles({ summary }: { readonly summary: FleetSummary }) {
  const { overview, words } = useTexts();
  const inService = summary.presence.filter(({ presence }) => !GONE.has(presence));
  const all = inService.reduce((sum, { kiosks }) => sum + kiosks, 0);
  const { waiting, kiosksWaiting, deadLetters } = summary.queue;
  return (
    <div className="tiles">
      {inService.map(({ presence, kiosks }) => (
        <Tile
          key={presence}
          title={
            <StateMark level={kiosks === 0 ? 'off' : PRESENCE_LEVELS[presence]}>
              {words.presences[presence]}
            </StateMark>
          }
          value={kiosks}
          below={overview.ofFleet(all)}
          to={addressOf(['kiosks'], { presence })}
        />
      ))}
      <Tile
        title={<StateMark level={waiting === 0 ? 'off' : 'moving'}>{overview.queue}</StateMark>}
        value={waiting}
        below={overview.queueText(kiosksWaiting)}
        to={addressOf(['kiosks'], { sort: 'waiting', direction: 'down' })}
      />
      <Tile
        title={<StateMark level={deadLetters === 0 ? 'off' : 'stop'}>{overview.deadLetters}</StateMark>}
        value={deadLetters}
        below={overview.work}
        to={addressOf(['work'], { kind: 'dead-letter' })}
      />
    </div>
  );
}
