import type { ReactNode } from 'react';
import type { MaintenancePageOf } from '../../../src/contracts/maintenance/page.ts';
import { AnswerList } from '../../design/answer-list.tsx';
import { Note } from '../../design/note.tsx';
import { Page } from '../../design/page.tsx';
import { useRoom, useWords } from '../../frame/kiosk-context.ts';
import { Seal } from '../../illustrations/seal.tsx';
import { lookOf, pictureOf } from './step-look.ts';
import { StepPicture } from './step-picture.tsx';
import { factsSaid, stepSaid, troubleSaid } from './step-said.ts';

interface StepPageProps {
  readonly page: MaintenancePageOf<'task'>;
  /** `false`: no room for the drawing beside what is touched here. */
  readonly picture?: boolean;
  readonly children?: ReactNode;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
}

/** Words, drawing, trouble and listed facts of a step; what is touched comes from the ask. */
export function StepPage({ page, picture = true, children, note, actions }: StepPageProps) {
  const { tasks } = useWords();
  const { landscape } = useRoom();
  const { tone } = lookOf(page.kind, page.step);
  const drawing = pictureOf(page);
  const said = stepSaid(tasks, page);
  const sentence = troubleSaid(tasks, page);
  const trouble = sentence === null ? null : <Note tone={tone === 'bad' ? 'bad' : 'warn'}>{sentence}</Note>;
  const facts = <AnswerList answers={factsSaid(tasks, page)} />;
  return (
    <Page
      title={said.title}
      {...(said.lead === null ? {} : { lead: said.lead })}
      {...(tone === undefined ? {} : { sign: <Seal state={tone === 'bad' ? 'refused' : 'attention'} /> })}
      {...(picture && drawing !== undefined
        ? { picture: <StepPicture name={drawing} label={tasks.pictures[drawing]} /> }
        : {})}
      note={
        <>
          {landscape ? trouble : null}
          {landscape ? facts : null}
          {note}
        </>
      }
      actions={actions}
    >
      {landscape ? null : trouble}
      {landscape ? null : facts}
      {children}
    </Page>
  );
}
