import { Form, InputNumber } from 'antd';
import type { Gate } from '../../../src/contracts/console/rollout-plan.ts';
import { useTexts } from '../texts/language.ts';

const FIELDS = [
  ['watchMinutes', 20_160],
  ['fewestJourneys', 1_000_000],
  ['mostFailedPoints', 100],
  ['mostReturnedPercent', 100],
  ['mostSilentPercent', 100],
] as const;

/** What must be seen of a wave before the next opens. */
export function GateFields({ gate, change }: { readonly gate: Gate; readonly change: (gate: Gate) => void }) {
  const { rollouts } = useTexts();
  return (
    <div>
      <p className="quiet">
        {rollouts.gate}: {rollouts.gateText}
      </p>
      <div className="tiles">
        {FIELDS.map(([field, most]) => (
          <Form.Item key={field} label={rollouts.gateFields[field]}>
            <InputNumber
              min={0}
              max={most}
              value={gate[field]}
              onChange={(value) => change({ ...gate, [field]: value ?? 0 })}
            />
          </Form.Item>
        ))}
      </div>
    </div>
  );
}
