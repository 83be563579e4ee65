import { Card, Table } from 'antd';
import { MEMBER_STATES, type RolloutDetail } from '../../../src/contracts/console/rollouts.ts';
import { MEMBER_LEVELS } from '../design/levels.ts';
import { useTexts } from '../texts/language.ts';

/** How many kiosks of each wave are in which state; the open wave is marked. */
export function WavesCard({ rollout }: { readonly rollout: RolloutDetail }) {
  const { rollouts } = useTexts();
  const { waveCounts, wave: open, counts } = rollout;
  const states = MEMBER_STATES.filter((state) => counts[state] > 0);
  return (
    <Card title={rollouts.byWave}>
      <Table
        size="small"
        rowKey="wave"
        pagination={false}
        dataSource={waveCounts}
        scroll={{ x: 'max-content' }}
        columns={[
          {
            title: rollouts.wave,
            key: 'wave',
            render: (_, { wave, name }) =>
              wave === open && rollout.startedAt !== null ? (
                <strong className="wave-name">▶ {rollouts.waveName(wave, name)}</strong>
              ) : (
                <span className="wave-name">{rollouts.waveName(wave, name)}</span>
              ),
          },
          { title: rollouts.count, dataIndex: 'kiosks', align: 'right' },
          ...states.map((state) => ({
            title: <span className={`state-mark-${MEMBER_LEVELS[state]}`}>{rollouts.members[state]}</span>,
            key: state,
            align: 'right' as const,
            render: (_: unknown, row: RolloutDetail['waveCounts'][number]) => row.counts[state],
          })),
        ]}
      />
    </Card>
  );
}
