import './applications.css';
import { APPLICATION_STEPS } from '../../src/contracts/central/queries.ts';
import type { ViewOf } from '../../src/contracts/view.ts';
import { type Answer, AnswerList } from '../design/answer-list.tsx';
import { Hotlines } from '../design/hotlines.tsx';
import { Note } from '../design/note.tsx';
import { Page } from '../design/page.tsx';
import { Pager, usePages } from '../design/pager.tsx';
import { Points } from '../design/points.tsx';
import { Act } from '../frame/act.tsx';
import { useRoom, useWords } from '../frame/kiosk-context.ts';
import { ProgressScene } from '../illustrations/service-scenes.tsx';
import { TickIcon } from '../illustrations/signs.tsx';
import { dayInWords } from './field-value.ts';

type Application = ViewOf<'applications'>['applications'][number];

/** PROG-1: where a card is, one application at a time; PROG-2: why it stopped and what to do. */
export function Applications({ view }: { view: ViewOf<'applications'> }) {
  const { progress, fields } = useWords();
  const { landscape } = useRoom();
  const pages = usePages(view.applications, 1);
  const application = pages.items[0];
  const finish = (
    <Act kind="primary" className="wide" command={{ type: 'finish' }}>
      {progress.finish}
    </Act>
  );
  if (application === undefined)
    return (
      <Page
        title={progress.none}
        lead={progress.noneLead}
        picture={<ProgressScene label={progress.none} />}
        note={
          <>
            <Points points={progress.noneNow} />
            <Hotlines hotlines={view.hotlines} />
          </>
        }
        actions={finish}
      />
    );
  const details = <Details application={application} />;
  return (
    <Page
      title={application.failure === null ? progress.title : progress.titleStopped}
      lead={progress.asked(
        progress.purposes[application.purpose],
        dayInWords(fields, application.acceptedOn),
      )}
      note={
        <>
          {landscape ? details : null}
          <Pager pages={pages} />
        </>
      }
      actions={finish}
      centred
    >
      <Steps application={application} />
      {landscape ? null : details}
    </Page>
  );
}

/** The six stations of the way, drawn as a line. */
function Steps({ application }: { application: Application }) {
  const { progress } = useWords();
  const at = APPLICATION_STEPS.indexOf(application.step);
  const here = application.failure === null ? 'now' : 'stopped';
  return (
    <ol className="steps" aria-label={progress.line(at + 1, APPLICATION_STEPS.length)}>
      {APPLICATION_STEPS.map((step, index) => (
        <li key={step} className={index < at ? 'done' : index === at ? here : ''}>
          <b>{index < at ? <TickIcon /> : index === at && here === 'stopped' ? '!' : index + 1}</b>
          <div>
            <div className="steps-name">
              {progress.steps[step]}
              {index < at ? <span className="visually-hidden">{progress.done}</span> : null}
            </div>
            {index === at ? (
              <div>{application.failure === null ? progress.now[step] : progress.stopped}</div>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Details({ application }: { application: Application }) {
  const { progress, fields } = useWords();
  const { elder } = useRoom();
  const { failure } = application;
  const lines: readonly (readonly [string, string, string | null])[] = [
    ['ready', progress.readyBy, application.step === 'ready' ? null : application.readyBy],
    ['collect', progress.collectBy, application.collectBy],
    ['place', progress.place, application.place],
    ['number', progress.number, elder ? null : application.number],
  ];
  const answers: Answer[] = lines.flatMap(([key, label, value]) =>
    value === null ? [] : [{ key, label, value: dayInWords(fields, value) }],
  );
  if (failure === null) return <AnswerList answers={answers} />;
  const said = progress.failures[failure];
  return (
    <Note tone="bad">
      <p className="note-head">{said.title}</p>
      <p>{said.what}</p>
      <p className="note-head">{progress.whatToDo}</p>
      {said.now.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Note>
  );
}
