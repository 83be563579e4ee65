import { Form, Input, Modal, Select } from 'antd';
import { type KioskRow, kioskChange } from '../../../src/contracts/console/fleet.ts';
import { fleet, fleetActs } from '../api/fleet.ts';
import { useAct } from '../api/use-act.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { useDesk } from '../frame/desk-context.ts';
import { useTexts } from '../texts/language.ts';

interface Typed {
  readonly name: string;
  readonly region?: string;
  readonly model?: string;
  readonly tags: string[];
}

const orNull = (text: string | undefined): string | null =>
  text === undefined || text.trim() === '' ? null : text.trim();

/** Name, region, model and tags of a kiosk: what rollouts choose by. */
export function ChangeKiosk({ kiosk, close }: { readonly kiosk: KioskRow; readonly close: () => void }) {
  const { kiosks, words, troubles } = useTexts();
  const { client } = useDesk();
  const { busy, act } = useAct();
  const [form] = Form.useForm<Typed>();
  const offered = useLoaded((reader) => fleet(reader).words(), 'fleet-words', null).value;
  const same = (list: readonly string[] | undefined) =>
    (list ?? []).map((value) => ({ value, label: value }));

  async function save({ name, region, model, tags }: Typed): Promise<void> {
    const change = kioskChange.safeParse({
      name: name.trim(),
      region: orNull(region),
      model: orNull(model),
      tags,
    });
    if (!change.success) {
      const field = change.error.issues[0]?.path[0];
      form.setFields([
        {
          name: field === undefined ? 'name' : (String(field) as keyof Typed),
          errors: [troubles.refused('invalid-request', null)],
        },
      ]);
      return;
    }
    if ((await act(fleetActs(client).change(kiosk.kioskId, change.data), kiosks.changed)) !== null) close();
  }

  return (
    <Modal
      open
      title={kiosks.change}
      okText={words.save}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <Form
        form={form}
        layout="vertical"
        onFinish={save}
        initialValues={{ ...kiosk, region: kiosk.region ?? undefined, model: kiosk.model ?? undefined }}
      >
        <Form.Item name="name" label={kiosks.name}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="region" label={words.region}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="model" label={words.model}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="tags" label={words.tags} extra={kiosks.tagsHint}>
          <Select mode="tags" options={same(offered?.tags)} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
