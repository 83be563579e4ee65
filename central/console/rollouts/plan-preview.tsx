import { Alert, Card, Table } from 'antd';
import type { RolloutPreview } from '../../../src/contracts/console/rollouts.ts';
import { useSaid, useTexts } from '../texts/language.ts';

/** Who gets it when, and what is wrong with the plan. */
export function PlanPreview({ preview }: { readonly preview: RolloutPreview }) {
  const { rollouts } = useTexts();
  const saying = useSaid();
  return (
    <Card title={rollouts.preview} extra={rollouts.previewText(preview.kiosks, preview.notConcerned)}>
      {preview.faults.length === 0 ? null : (
        <Alert
          type="error"
          showIcon
          title={rollouts.faults}
          description={
            <ul>
              {preview.faults.map(({ path, says }) => (
                <li key={`${path} ${says.en}`}>{saying(says)}</li>
              ))}
            </ul>
          }
        />
      )}
      <Table
        size="small"
        rowKey="wave"
        pagination={false}
        dataSource={preview.waves}
        columns={[
          { title: rollouts.wave, key: 'wave', render: (_, { wave, name }) => rollouts.waveName(wave, name) },
          {
            title: rollouts.count,
            key: 'kiosks',
            align: 'right',
            render: (_, { kiosks }) => rollouts.kiosksOf(kiosks),
          },
          {
            title: rollouts.kiosks,
            key: 'first',
            render: (_, { first, kiosks }) => (
              <span className="sentence">
                {first.map(({ name }) => name).join('; ')}{' '}
                {kiosks > first.length ? rollouts.andMore(kiosks - first.length) : ''}
              </span>
            ),
          },
        ]}
      />
    </Card>
  );
}
