import { Card, InputNumber, Segmented, Select } from 'antd';
import type { RolloutPlan } from '../../../src/contracts/console/rollout-plan.ts';
import { fleet } from '../api/fleet.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { useTexts } from '../texts/language.ts';
import { GateFields } from './gate-fields.tsx';
import { canaryBy } from './plan-draft.ts';

interface Props {
  readonly plan: RolloutPlan;
  readonly change: (plan: RolloutPlan) => void;
  readonly tags: readonly string[];
}

const WAYS = ['number', 'tags', 'kiosks'] as const;

/** Who tries it first. */
export function CanaryFields({ plan, change, tags }: Props) {
  const { rollouts, words } = useTexts();
  const { canary } = plan;
  const kiosks = useLoaded((reader) => fleet(reader).kiosks({ size: 500 }), 'kiosks for canary', null).value;
  const put = (next: RolloutPlan['canary']) => change({ ...plan, canary: next });
  return (
    <Card title={rollouts.canary}>
      <p className="quiet">{rollouts.canaryText}</p>
      <div className="row">
        <Segmented
          value={canary.by}
          options={WAYS.map((value) => ({ value, label: rollouts.canaryBy[value] }))}
          onChange={(by) => put(canaryBy(by))}
        />
        {canary.by === 'number' ? (
          <InputNumber
            min={1}
            max={500}
            aria-label={rollouts.canaryBy.number}
            value={canary.number}
            onChange={(number) => put({ by: 'number', number: number ?? 1 })}
          />
        ) : canary.by === 'tags' ? (
          <Select
            mode="multiple"
            aria-label={words.tags}
            value={canary.tags}
            options={tags.map((value) => ({ value, label: value }))}
            onChange={(chosen) => put({ by: 'tags', tags: chosen })}
            style={{ minWidth: 320 }}
          />
        ) : (
          <Select
            mode="multiple"
            aria-label={words.kiosk}
            value={canary.kiosks}
            showSearch={{ optionFilterProp: 'label' }}
            options={(kiosks?.rows ?? []).map(({ kioskId, name }) => ({
              value: kioskId,
              label: `${name} ${kioskId}`,
            }))}
            onChange={(chosen) => put({ by: 'kiosks', kiosks: chosen })}
            style={{ minWidth: 420 }}
          />
        )}
      </div>
      <GateFields gate={plan.canaryGate} change={(canaryGate) => change({ ...plan, canaryGate })} />
    </Card>
  );
}
