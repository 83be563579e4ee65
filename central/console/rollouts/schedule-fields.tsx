import { Card, Checkbox, DatePicker, Form, Radio, TimePicker } from 'antd';
import dayjs from 'dayjs';
import type { RolloutPlan } from '../../../src/contracts/console/rollout-plan.ts';
import { useTexts } from '../texts/language.ts';

interface Props {
  readonly plan: RolloutPlan;
  readonly change: (plan: RolloutPlan) => void;
}

const TIME = 'HH:mm';
const WORKING_DAY = { from: '08:00', until: '18:00' } as const;

/** When it begins, when it must not widen, and who opens the next wave. */
export function ScheduleFields({ plan, change }: Props) {
  const { rollouts } = useTexts();
  const { quietHours, notBefore, advance } = plan;
  return (
    <Card title={rollouts.schedule}>
      <div className="columns">
        <Form.Item label={rollouts.notBefore}>
          <DatePicker
            showTime={{ format: TIME }}
            value={notBefore === null ? null : dayjs(notBefore)}
            onChange={(at) => change({ ...plan, notBefore: at?.toISOString() ?? null })}
          />
        </Form.Item>
        <Form.Item label={rollouts.quiet}>
          <div className="row">
            <Checkbox
              checked={quietHours !== null}
              onChange={({ target }) => change({ ...plan, quietHours: target.checked ? WORKING_DAY : null })}
            >
              {rollouts.quietOn}
            </Checkbox>
            {quietHours === null ? null : (
              <TimePicker.RangePicker
                format={TIME}
                order={false}
                allowClear={false}
                value={[dayjs(quietHours.from, TIME), dayjs(quietHours.until, TIME)]}
                onChange={(hours) => {
                  const [from, until] = hours ?? [];
                  if (from && until)
                    change({ ...plan, quietHours: { from: from.format(TIME), until: until.format(TIME) } });
                }}
              />
            )}
          </div>
        </Form.Item>
        <Form.Item label={rollouts.advance}>
          <Radio.Group
            value={advance}
            onChange={({ target }) => change({ ...plan, advance: target.value })}
            options={[
              { value: 'by-hand', label: rollouts.advances['by-hand'] },
              { value: 'automatic', label: rollouts.advances.automatic },
            ]}
          />
        </Form.Item>
      </div>
    </Card>
  );
}
