import { Card, Statistic } from 'antd';
import type { GateView } from '../../../src/contracts/console/rollouts.ts';
import type { Level } from '../design/state-mark.tsx';
import { StateMark } from '../design/state-mark.tsx';
import { useSaid, useTexts } from '../texts/language.ts';
import { shareText } from '../texts/moments.ts';

const LEVELS: Readonly<Record<GateView['verdict'], Level>> = {
  waits: 'moving',
  passed: 'well',
  failed: 'stop',
};

/** The figures the gate goes by, beside those of the week before. */
export function GateCard({ gate }: { readonly gate: GateView }) {
  const { rollouts } = useTexts();
  const { figures } = rollouts;
  const saying = useSaid();
  return (
    <Card
      title={rollouts.gateTitle}
      extra={<StateMark level={LEVELS[gate.verdict]}>{rollouts.verdicts[gate.verdict]}</StateMark>}
    >
      <p className="quiet">{rollouts.watched(gate.watchedMinutes)}</p>
      <div className="tiles gate-figures">
        <Statistic title={figures.assigned} value={gate.assigned} />
        <Statistic title={figures.takenIn} value={gate.takenIn} />
        <Statistic title={figures.returned} value={gate.returned} />
        <Statistic title={figures.silent} value={gate.silent} />
        <Statistic title={figures.journeys} value={gate.journeys} />
        <Statistic
          title={figures.failed}
          value={gate.failed}
          suffix={<small>{shareText(gate.failed, gate.journeys)}</small>}
        />
        <Statistic
          title={figures.before}
          value={gate.failedBefore}
          suffix={<small>{shareText(gate.failedBefore, gate.journeysBefore)}</small>}
        />
      </div>
      <ul className="lines">
        {gate.findings.map(({ figure, says }) => (
          <li key={`${figure} ${says.en}`}>
            <StateMark level={LEVELS[gate.verdict]}>{rollouts.gateFigures[figure]}</StateMark>
            <span>{saying(says)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
