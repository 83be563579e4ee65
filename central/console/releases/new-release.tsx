import { Form, Input, Modal } from 'antd';
import { draftRelease } from '../api/releases.ts';
import { useAct } from '../api/use-act.ts';
import { useDesk } from '../frame/desk-context.ts';
import { goTo } from '../frame/route.ts';
import { useTexts } from '../texts/language.ts';

/** A draft begins with its title and its reason. */
export function NewRelease({ close }: { readonly close: () => void }) {
  const { releases, signIn } = useTexts();
  const { client } = useDesk();
  const { busy, act } = useAct();
  const [form] = Form.useForm<{ title: string; reason: string }>();
  const needed = [{ required: true, whitespace: true, message: signIn.needed }];
  return (
    <Modal
      open
      title={releases.create}
      okText={releases.create}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <p className="quiet">{releases.createHint}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={async (words) => {
          const made = await act(draftRelease(client, words), releases.created);
          if (made !== null) goTo(['releases', made.release.releaseId]);
        }}
      >
        <Form.Item name="title" label={releases.title} rules={needed}>
          <Input maxLength={80} autoFocus />
        </Form.Item>
        <Form.Item name="reason" label={releases.why} rules={needed}>
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
