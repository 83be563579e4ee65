import { Alert, Button, Card, Input, Radio } from 'antd';
import { use, useState } from 'react';
import type { WorkItemAnswer } from '../../../src/contracts/console/work.ts';
import type { WorkChoice } from '../../../src/contracts/console/work-choices.ts';
import { WORK_SENTENCES } from '../../../src/fleet/work-sentences.ts';
import { useAct } from '../api/use-act.ts';
import { workActs } from '../api/work.ts';
import { useDesk, useMay } from '../frame/desk-context.ts';
import { LanguageContext, useTexts } from '../texts/language.ts';

const LEAST_NOTE = 3;

/** Guided: every choice says what it does, and what happens to the card and to the money, before it is made. */
export function DecisionForm({
  answer,
  again,
}: {
  readonly answer: WorkItemAnswer;
  readonly again: () => void;
}) {
  const { work } = useTexts();
  const { language } = use(LanguageContext);
  const { client } = useDesk();
  const { busy, act } = useAct();
  const may = useMay('fleet');
  const [choice, setChoice] = useState<WorkChoice | null>(null);
  const [note, setNote] = useState('');
  const chosen = answer.choices.find((one) => one.choice === choice);

  async function decide(): Promise<void> {
    if (chosen === undefined) return;
    const done = await act(
      workActs(client).decide(answer.item.itemId, { choice: chosen.choice, note: note.trim() }),
      chosen.second ? work.proposed : work.decided,
    );
    if (done === null) return;
    setChoice(null);
    setNote('');
    again();
  }

  if (answer.choices.length === 0 || !may)
    return (
      <Card title={work.choose}>
        {answer.choices.length > 0 ? null : answer.item.state === 'proposed' ? work.waits : work.noChoice}
      </Card>
    );
  return (
    <Card title={work.choose}>
      <div className="stack">
        <Radio.Group value={choice} onChange={({ target }) => setChoice(target.value)}>
          <div className="stack">
            {answer.choices.map((one) => {
              const sentences = WORK_SENTENCES[one.choice][language === 'en' ? 'en' : 'zh'];
              return (
                <Radio key={one.choice} value={one.choice}>
                  <strong>{sentences.name}</strong>
                  <dl className="means">
                    <dt>{work.does}</dt>
                    <dd>{sentences.does}</dd>
                    <dt>{work.card}</dt>
                    <dd>{sentences.card}</dd>
                    <dt>{work.moneyGoes}</dt>
                    <dd>{sentences.money}</dd>
                  </dl>
                </Radio>
              );
            })}
          </div>
        </Radio.Group>
        {chosen?.second ? <Alert type="warning" showIcon title={work.second} /> : null}
        <Input.TextArea
          rows={3}
          maxLength={400}
          aria-label={work.note}
          placeholder={work.note}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
        <Button
          type="primary"
          disabled={chosen === undefined || note.trim().length < LEAST_NOTE}
          loading={busy}
          onClick={() => void decide()}
        >
          {chosen?.second ? work.propose : work.decide}
        </Button>
      </div>
    </Card>
  );
}
