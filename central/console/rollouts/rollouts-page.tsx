import { Button, Progress } from 'antd';
import type { MemberCounts, RolloutSummary } from '../../../src/contracts/console/rollouts.ts';
import { KIND_NAMES } from '../../../src/releases/document-names.ts';
import { rolloutReading } from '../api/rollouts.ts';
import { ROLLOUT_LEVELS } from '../design/levels.ts';
import { StateMark } from '../design/state-mark.tsx';
import { useMay } from '../frame/desk-context.ts';
import { Page } from '../frame/page.tsx';
import { addressOf } from '../frame/route.ts';
import { PagedTable } from '../tables/paged-table.tsx';
import { useSaid, useTexts } from '../texts/language.ts';
import { momentText } from '../texts/moments.ts';

/** Kiosks a rollout means: all but those that take no part. */
export const meant = (counts: MemberCounts): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0) - counts['left-out'];

function ProgressCell({ counts }: RolloutSummary) {
  const { rollouts } = useTexts();
  const all = meant(counts);
  return (
    <Progress
      style={{ width: 180 }}
      percent={all === 0 ? 0 : Math.floor((100 * counts.running) / all)}
      format={() => rollouts.ran(counts.running, all)}
      status="normal"
    />
  );
}

/** Every rollout, the newest first. */
export function RolloutsPage() {
  const { rollouts, words, overview } = useTexts();
  const saying = useSaid();
  const may = useMay('approver', 'editor');
  return (
    <Page
      name="rollouts"
      acts={
        may ? (
          <Button type="primary" href={addressOf(['rollouts', 'new'])}>
            {rollouts.create}
          </Button>
        ) : null
      }
    >
      <PagedTable<RolloutSummary>
        name="rollouts"
        listKey="rollouts"
        live="rollouts"
        read={(reader, { page, size }) => rolloutReading(reader).list({ page, size })}
        rowKey={({ rolloutId }) => rolloutId}
        empty={rollouts.empty}
        columns={[
          {
            key: 'title',
            title: rollouts.release,
            text: ({ title, releaseId }) => `${title} ${releaseId}`,
            cell: ({ title, rolloutId, releaseId }) => (
              <>
                <a href={addressOf(['rollouts', rolloutId])}>{title}</a>
                <div className="quiet">{releaseId}</div>
              </>
            ),
          },
          {
            key: 'documents',
            title: rollouts.documents,
            text: ({ documents }) =>
              documents
                .map(({ kind, line, version }) => `${saying(KIND_NAMES[kind])} ${line} ${version}`)
                .join('; '),
          },
          {
            key: 'state',
            title: words.state,
            text: ({ state }) => rollouts.states[state],
            cell: ({ state, reason }) => (
              <>
                <StateMark level={ROLLOUT_LEVELS[state]}>{rollouts.states[state]}</StateMark>
                {reason === null ? null : <div className="quiet wrapping">{reason}</div>}
              </>
            ),
          },
          {
            key: 'wave',
            title: rollouts.wave,
            text: ({ wave, waves }) => overview.waveOf(wave, waves),
          },
          {
            key: 'progress',
            title: rollouts.progress,
            text: ({ counts }) => rollouts.ran(counts.running, meant(counts)),
            cell: (row) => <ProgressCell {...row} />,
          },
          {
            key: 'started',
            title: rollouts.started,
            text: ({ startedAt, startedBy }) =>
              startedAt === null ? null : `${momentText(startedAt)} ${startedBy ?? ''}`,
          },
          {
            key: 'ended',
            title: rollouts.ended,
            text: ({ endedAt }) => (endedAt === null ? null : momentText(endedAt)),
          },
        ]}
      />
    </Page>
  );
}
