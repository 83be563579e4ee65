import { Alert, Button, Card, Statistic } from 'antd';
import { useState } from 'react';
import type { ReplayReport } from '../../../src/contracts/console/replay.ts';
import { releaseActs } from '../api/releases.ts';
import { useAct } from '../api/use-act.ts';
import { StateMark } from '../design/state-mark.tsx';
import { useDesk } from '../frame/desk-context.ts';
import { DeskTable } from '../tables/desk-table.tsx';
import { useSaid, useTexts, wordFor } from '../texts/language.ts';

function Replayed({ report }: { readonly report: ReplayReport }) {
  const { releases, figures, words } = useTexts();
  const saying = useSaid();
  return (
    <>
      <Alert type={report.differ === 0 ? 'success' : 'warning'} showIcon title={saying(report.says)} />
      <div className="tiles replay-facts">
        {report.byFact.map(({ fact, says, differ }) => (
          <Statistic key={fact} title={saying(says)} value={differ} />
        ))}
      </div>
      {report.differ === 0 ? (
        <StateMark level="well">{releases.replayNone}</StateMark>
      ) : (
        <DeskTable
          name="replay"
          rows={report.examples}
          rowKey={(example) => String(report.examples.indexOf(example))}
          empty={releases.replayNone}
          pageSize={10}
          columns={[
            { key: 'day', title: releases.day, sorts: true, text: ({ day }) => day },
            {
              key: 'service',
              title: words.service,
              filters: true,
              text: ({ service }) => wordFor(words.services, service),
            },
            {
              key: 'outcome',
              title: releases.outcome,
              filters: true,
              text: ({ disposition }) => wordFor(figures.dispositions, disposition),
            },
            {
              key: 'changes',
              title: releases.differences,
              text: ({ changes }) => changes.map(({ says }) => saying(says)).join('; '),
              cell: ({ changes }) => (
                <span className="sentence">{changes.map(({ says }) => saying(says)).join('; ')}</span>
              ),
            },
          ]}
        />
      )}
    </>
  );
}

/** The draft's policy against past sessions: how many would have ended otherwise, and which. */
export function ReplayCard({
  releaseId,
  revision,
}: {
  readonly releaseId: string;
  readonly revision: number;
}) {
  const { releases } = useTexts();
  const { client } = useDesk();
  const { busy, act } = useAct();
  const [replayed, setReplayed] = useState<{ revision: number; report: ReplayReport } | null>(null);
  const report = replayed?.revision === revision ? replayed.report : null;
  return (
    <Card
      title={releases.replay}
      extra={
        <Button
          loading={busy}
          onClick={async () => {
            const done = await act(releaseActs(client, releaseId).replay());
            if (done !== null) setReplayed({ revision, report: done.replay });
          }}
        >
          {releases.replayRun}
        </Button>
      }
    >
      {report === null ? <p className="quiet">{releases.replayText}</p> : <Replayed report={report} />}
    </Card>
  );
}
