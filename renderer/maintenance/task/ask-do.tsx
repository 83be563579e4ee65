import { Button } from '../../design/button.tsx';
import { useWords } from '../../frame/kiosk-context.ts';
import type { AskProps } from './ask-props.ts';
import { StepPage } from './step-page.tsx';
import { stepSaid } from './step-said.ts';

/** A thing to do with the hands, then one big button. */
export function AskDo({ page, answer }: AskProps<'do'>) {
  const { tasks } = useWords();
  return (
    <StepPage
      page={page}
      actions={
        <Button kind="primary" className="wide task-done" act="answer" onPress={() => answer(null)}>
          {stepSaid(tasks, page).button}
        </Button>
      }
    />
  );
}
