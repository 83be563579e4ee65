import { Card, DatePicker, Form, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { DraftDocument } from '../../../src/contracts/console/releases.ts';
import { fleet } from '../api/fleet.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { useTexts } from '../texts/language.ts';

interface Props {
  readonly draft: DraftDocument;
  readonly change: (draft: DraftDocument) => void;
}

/** From when a document holds, until when it may be begun with, and for which kiosks. */
export function HeaderEditor({ draft, change }: Props) {
  const { documents } = useTexts();
  const offered = useLoaded((reader) => fleet(reader).words(), 'fleet-words', null).value;
  const same = (list: readonly string[] | undefined) =>
    (list ?? []).map((value) => ({ value, label: value }));
  const orNull = (list: string[]) => (list.length === 0 ? null : list);
  const instantOf = (at: Dayjs | null, otherwise: string) => at?.toISOString() ?? otherwise;
  const day = {
    showTime: { defaultValue: dayjs().startOf('day') },
    allowClear: false,
    style: { width: '100%' },
  };
  return (
    <Card size="small">
      <Form layout="vertical" component={false}>
        <div className="tiles">
          <Form.Item label={documents.effectiveFrom}>
            <DatePicker
              {...day}
              value={dayjs(draft.effectiveFrom)}
              onChange={(at) => change({ ...draft, effectiveFrom: instantOf(at, draft.effectiveFrom) })}
            />
          </Form.Item>
          <Form.Item label={documents.expiresAt}>
            <DatePicker
              {...day}
              value={dayjs(draft.expiresAt)}
              onChange={(at) => change({ ...draft, expiresAt: instantOf(at, draft.expiresAt) })}
            />
          </Form.Item>
          <Form.Item label={documents.regions}>
            <Select
              mode="tags"
              value={draft.regions ?? []}
              options={same(offered?.regions)}
              onChange={(list) => change({ ...draft, regions: orNull(list) })}
            />
          </Form.Item>
          <Form.Item label={documents.models}>
            <Select
              mode="tags"
              value={draft.models ?? []}
              options={same(offered?.models)}
              onChange={(list) => change({ ...draft, models: orNull(list) })}
            />
          </Form.Item>
        </div>
      </Form>
    </Card>
  );
}
