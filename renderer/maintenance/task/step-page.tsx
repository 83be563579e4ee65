import type { ReactNode } from 'react';
import type { MaintenancePageOf } from '../../../src/contracts/maintenance/page.ts';
import { AnswerList } from '../../design/answer-list.tsx';
import { Note } from '../../design/note.tsx';
import { Page } from '../../design/page.tsx';
import { useRoom, useWords } from '../../frame/kiosk-context.ts';
import { Seal } from '../../illustrations/seal.tsx';
import { lookOf } from './step-look.ts';
import { StepPicture } from './step-picture.tsx';
import { factsSaid, stepSaid, troubleSaid } from './step-said.ts';

interface StepPageProps {
  readonly page: MaintenancePageOf<'task'>;
  /** Replaces the step's own sentence. */
  readonly lead?: string;
  /** `false`: no room for the drawing beside what is touched here. */
  readonly picture?: boolean;
  readonly children?: ReactNode;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
}

/** Words, drawing, trouble and listed facts of a step; what is touched comes from the ask. */
export function StepPage({ page, lead, picture = true, children, note, actions }: StepPageProps) {
  const { tasks } = useWords();
  const { landscape } = useRoom();
  const { tone, picture: drawing } = lookOf(page.kind, page.step);
  const said = stepSaid(tasks, page);
  const trouble = troubleSaid(tasks, page);
  const facts = <AnswerList answers={factsSaid(tasks, page)} />;
  const sentence = lead ?? said.lead;
  return (
    <Page
      title={said.title}
      {...(sentence === null ? {} : { lead: sentence })}
      {...(tone === undefined ? {} : { sign: <Seal state={tone === 'bad' ? 'refused' : 'attention'} /> })}
      {...(picture && drawing !== undefined
        ? { picture: <StepPicture name={drawing} label={tasks.pictures[drawing]} /> }
        : {})}
      note={
        <>
          {landscape ? facts : null}
          {note}
        </>
      }
      actions={actions}
    >
      {trouble === null ? null : <Note tone={tone === 'bad' ? 'bad' : 'warn'}>{trouble}</Note>}
      {landscape ? null : facts}
      {children}
    </Page>
  );
}
