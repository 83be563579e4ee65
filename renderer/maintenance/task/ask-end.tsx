import { AnswerList } from '../../design/answer-list.tsx';
import { Button } from '../../design/button.tsx';
import { Note } from '../../design/note.tsx';
import { Page } from '../../design/page.tsx';
import { useRoom, useWords } from '../../frame/kiosk-context.ts';
import { Seal } from '../../illustrations/seal.tsx';
import type { AskProps } from './ask-props.ts';
import { lookOf } from './step-look.ts';
import { StepPicture } from './step-picture.tsx';
import { factsSaid, stepSaid, troubleSaid } from './step-said.ts';

const SEALS = { done: 'done-here', 'given-up': 'nothing-happened', failed: 'refused' } as const;

/** Over: what was done, with its numbers, or honestly that it was not. */
export function AskEnd({ page, ask, answer }: AskProps<'end'>) {
  const { tasks } = useWords();
  const { landscape } = useRoom();
  const { frame } = tasks;
  const { outcome } = ask;
  const said = stepSaid(tasks, page);
  const done = outcome === 'done';
  const lead = done ? said.lead : frame.endLead[outcome];
  const drawing = done ? lookOf(page.kind, page.step).picture : undefined;
  const sentence = troubleSaid(tasks, page);
  const trouble = sentence === null ? null : <Note tone="bad">{sentence}</Note>;
  const seal = <Seal state={SEALS[outcome]} />;
  return (
    <Page
      title={done ? said.title : frame.endTitle[outcome]}
      {...(lead === null ? {} : { lead })}
      {...(drawing === undefined
        ? { picture: <div className="task-end-seal">{seal}</div> }
        : { sign: seal, picture: <StepPicture name={drawing} label={tasks.pictures[drawing]} /> })}
      note={landscape ? trouble : null}
      actions={
        <Button kind="primary" className="wide" act="answer" onPress={() => answer(null)}>
          {frame.endButton}
        </Button>
      }
    >
      {landscape ? null : trouble}
      <AnswerList answers={factsSaid(tasks, page)} />
    </Page>
  );
}
