import { Button, Card, Form, Input, InputNumber, Select } from 'antd';
import type { FleetWords } from '../../../src/contracts/console/fleet.ts';
import type { Wave } from '../../../src/contracts/console/rollout-plan.ts';
import { useTexts } from '../texts/language.ts';
import { GateFields } from './gate-fields.tsx';
import { orNull } from './plan-draft.ts';

interface Props {
  readonly wave: Wave;
  readonly number: number;
  readonly last: boolean;
  readonly words: FleetWords | null;
  readonly change: (wave: Wave) => void;
  /** null: the only wave stays. */
  readonly remove: (() => void) | null;
}

/** One wave: whom it takes, and what must be seen before the next. */
export function WaveFields({ wave, number, last, words: offered, change, remove }: Props) {
  const { rollouts, words } = useTexts();
  const same = (list: readonly string[] | undefined) =>
    (list ?? []).map((value) => ({ value, label: value }));
  const choices = [
    ['regions', words.region, offered?.regions],
    ['models', words.model, offered?.models],
    ['tags', words.tags, offered?.tags],
  ] as const;
  return (
    <Card
      title={rollouts.waveTitle(number)}
      extra={remove === null ? null : <Button onClick={remove}>{rollouts.removeWave}</Button>}
    >
      <div className="tiles">
        <Form.Item label={rollouts.name}>
          <Input
            maxLength={40}
            value={wave.name}
            onChange={({ target }) => change({ ...wave, name: target.value })}
          />
        </Form.Item>
        {last
          ? null
          : choices.map(([field, label, options]) => (
              <Form.Item key={field} label={label}>
                <Select
                  mode="multiple"
                  placeholder={words.all}
                  value={wave[field] ?? []}
                  options={same(options)}
                  onChange={(chosen) => change({ ...wave, [field]: orNull(chosen) })}
                />
              </Form.Item>
            ))}
        {last ? null : (
          <Form.Item label={rollouts.percent}>
            <InputNumber
              min={1}
              max={100}
              value={wave.percent}
              onChange={(percent) => change({ ...wave, percent: percent ?? 100 })}
            />
          </Form.Item>
        )}
      </div>
      {last ? <p className="quiet">{rollouts.lastWave}</p> : null}
      <GateFields gate={wave.gate} change={(gate) => change({ ...wave, gate })} />
    </Card>
  );
}
