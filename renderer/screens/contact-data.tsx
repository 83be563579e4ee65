import type { ViewOf } from '../../src/contracts/view.ts';
import { AnswerList } from '../design/answer-list.tsx';
import { Page } from '../design/page.tsx';
import { Act } from '../frame/act.tsx';
import { useWords } from '../frame/kiosk-context.ts';
import { MessageScene } from '../illustrations/scenes.tsx';
import { fieldValue } from './field-value.ts';

/** INFO-1: mobile, occupation, residential address; each with a way to change it. */
export function ContactData({ view }: { view: ViewOf<'contact-data'> }) {
  const { contactData, fields } = useWords();
  const changed = view.lines.some((line) => line.changed);
  return (
    <Page
      title={contactData.title}
      lead={contactData.lead}
      picture={<MessageScene label={contactData.picture} />}
      actions={
        <Act kind="primary" className="wide" command={{ type: 'submit' }} disabled={!changed}>
          {changed ? contactData.submit : contactData.nothingChanged}
        </Act>
      }
    >
      <AnswerList
        roomy
        answers={view.lines.map(({ field, value, changed: isChanged }) => ({
          key: field,
          label: isChanged ? `${fields.names[field]} · ${contactData.changed}` : fields.names[field],
          value: value === '' ? contactData.empty : fieldValue(fields, field, value),
          after: (
            <Act
              kind="small"
              data={{ 'data-field': field }}
              label={fields.changeField(fields.names[field])}
              command={{ type: 'change', field }}
            >
              {fields.change}
            </Act>
          ),
        }))}
      />
    </Page>
  );
}
