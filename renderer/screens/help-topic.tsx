import './help-topic.css';
import type { ViewOf } from '../../src/contracts/view.ts';
import { type Answer, AnswerList } from '../design/answer-list.tsx';
import { Hotlines } from '../design/hotlines.tsx';
import { Note } from '../design/note.tsx';
import { Page } from '../design/page.tsx';
import { Pager, usePages } from '../design/pager.tsx';
import { Places } from '../design/places.tsx';
import { Points } from '../design/points.tsx';
import { WholeWords } from '../design/whole-words.tsx';
import { Act, Actions } from '../frame/act.tsx';
import { useRoom, useWords } from '../frame/kiosk-context.ts';
import { HelpScene } from '../illustrations/service-scenes.tsx';

/** Letters of an answer beside which a picture has no room. */
const LONG = 150;

/** HELP-1: an answer in plain words, and the service it leads to. */
export function HelpTopic({ view }: { view: ViewOf<'help-topic'> }) {
  const { help, home } = useWords();
  const { elder, landscape } = useRoom();
  const pages = usePages(
    view.answer,
    (landscape ? (elder ? 190 : 300) : elder ? 260 : 460) * (view.language === 'en' ? 1.9 : 1),
    (part) => part.length + 20,
  );
  const length = view.answer.join('').length / (view.language === 'en' ? 2 : 1);
  const answer = (
    <>
      <div className="answer">
        {pages.items.map((part) => (
          <p key={part}>
            <WholeWords text={part} />
          </p>
        ))}
      </div>
      <Pager pages={pages} />
    </>
  );
  return (
    <Page
      title={view.question}
      {...(landscape || length > (elder ? LONG / 2 : LONG)
        ? {}
        : { picture: <HelpScene label={view.question} /> })}
      note={<Hotlines hotlines={view.hotlines} />}
      centred
      actions={
        <Actions>
          <Act command={{ type: 'back' }}>{help.back}</Act>
          {view.settledBy === null ? null : (
            <Act kind="primary" command={{ type: 'choose-service', service: view.settledBy }}>
              {help.toService(home.services[view.settledBy].name)}
            </Act>
          )}
        </Actions>
      }
    >
      {answer}
    </Page>
  );
}

/** services.md 13: who, which papers, where, how long. */
export function CounterTopic({ view }: { view: ViewOf<'counter-topic'> }) {
  const { help } = useWords();
  const { elder, landscape } = useRoom();
  const lines: Answer[] = [
    { key: 'who', label: help.who, value: view.who },
    { key: 'where', label: help.where, value: view.where },
    { key: 'howLong', label: help.howLong, value: view.howLong },
  ].filter(({ value }) => value !== '');
  const pages = usePages(
    lines,
    landscape ? 400 : elder ? 150 : 420,
    ({ value }) => String(value).length + 20,
  );
  const sheets = usePages(
    view.papers,
    (landscape && elder ? 44 : 400) * (view.language === 'en' ? 1.9 : 1),
    (paper) => paper.length + 6,
  );
  const papers = (
    <Note>
      <p className="section-head">{help.papers}</p>
      <Points points={sheets.items} />
      <Pager pages={sheets} />
    </Note>
  );
  return (
    <Page
      title={view.title}
      lead={help.counterLead}
      note={landscape ? papers : null}
      actions={
        <Actions>
          <Act command={{ type: 'print-slip' }}>{help.print}</Act>
          <Act kind="primary" command={{ type: 'back' }}>
            {help.back}
          </Act>
        </Actions>
      }
    >
      <AnswerList answers={pages.items} />
      <Pager pages={pages} />
      {landscape ? null : papers}
      {elder || view.counters.length === 0 ? null : (
        <>
          <p className="section-head">{help.counters}</p>
          <Places places={view.counters} perPage={1} />
        </>
      )}
    </Page>
  );
}
