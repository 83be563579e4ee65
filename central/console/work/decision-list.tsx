import { Button, Card, Popconfirm } from 'antd';
import type { WorkDecision } from '../../../src/contracts/console/work.ts';
import type { DecisionState } from '../../../src/contracts/console/work-words.ts';
import { WORK_SENTENCES } from '../../../src/fleet/work-sentences.ts';
import { useAct } from '../api/use-act.ts';
import { workActs } from '../api/work.ts';
import type { Level } from '../design/state-mark.tsx';
import { StateMark } from '../design/state-mark.tsx';
import { useDesk, useMay } from '../frame/desk-context.ts';
import { useSaid, useTexts } from '../texts/language.ts';
import { momentText } from '../texts/moments.ts';

const LEVELS: Readonly<Record<DecisionState, Level>> = {
  proposed: 'soon',
  confirmed: 'moving',
  withdrawn: 'off',
  sent: 'moving',
  done: 'well',
  failed: 'stop',
};

function SecondPerson({ decision, again }: { readonly decision: WorkDecision; readonly again: () => void }) {
  const { work } = useTexts();
  const { client, operator } = useDesk();
  const { busy, act } = useAct();
  const money = useMay('money');
  const fleet = useMay('fleet');
  const acts = workActs(client);
  const own = decision.proposedBy === operator.operatorId;
  return (
    <div className="row">
      {own ? <span className="quiet">{work.own}</span> : null}
      {money && !own ? (
        <Popconfirm
          title={work.confirmText}
          onConfirm={async () => {
            if ((await act(acts.confirm(decision.decisionId), work.confirmed)) !== null) again();
          }}
        >
          <Button type="primary" loading={busy}>
            {work.confirm}
          </Button>
        </Popconfirm>
      ) : null}
      {money || fleet ? (
        <Button
          loading={busy}
          onClick={async () => {
            if ((await act(acts.withdraw(decision.decisionId), work.withdrawn)) !== null) again();
          }}
        >
          {work.withdraw}
        </Button>
      ) : null}
    </div>
  );
}

/** What was decided, by whom, and what came of it. */
export function DecisionList({
  decisions,
  again,
}: {
  readonly decisions: readonly WorkDecision[];
  readonly again: () => void;
}) {
  const { work } = useTexts();
  const saying = useSaid();
  if (decisions.length === 0) return null;
  return (
    <Card title={work.history}>
      <div className="stack">
        {decisions.map((decision) => {
          const sentences = WORK_SENTENCES[decision.choice];
          const { proposedBy, proposedAt, confirmedBy, confirmedAt, state, note, result } = decision;
          return (
            <div key={decision.decisionId}>
              <div className="row">
                <strong>{saying({ zh: sentences.zh.name, en: sentences.en.name })}</strong>
                <StateMark level={LEVELS[state]}>{work.decisions[state]}</StateMark>
              </div>
              <div>{note}</div>
              <div className="quiet">
                {work.by(proposedBy, momentText(proposedAt))}
                {confirmedBy === null || confirmedAt === null
                  ? ''
                  : ` · ${work.confirmed} ${work.by(confirmedBy, momentText(confirmedAt))}`}
                {result === null ? '' : ` · ${work.result(result)}`}
              </div>
              {state === 'proposed' ? <SecondPerson decision={decision} again={again} /> : null}
            </div>
          );
        })}
      </div>
    </Card>
  );
}
