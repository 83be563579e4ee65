import './refusal.css';
import { REFUSAL_FACTS } from '../../src/contracts/trouble.ts';
import type { ViewOf } from '../../src/contracts/view.ts';
import { AnswerList } from '../design/answer-list.tsx';
import { Hotlines } from '../design/hotlines.tsx';
import { Note } from '../design/note.tsx';
import { Page } from '../design/page.tsx';
import { Places } from '../design/places.tsx';
import { Points } from '../design/points.tsx';
import { Act, Actions } from '../frame/act.tsx';
import { useRoom, useWords } from '../frame/kiosk-context.ts';
import { Seal } from '../illustrations/seal.tsx';
import { dayInWords } from './field-value.ts';
import { NextServices } from './next-services.tsx';

/** The rule book says no: what happened, what it means, what to do, where to go. No dead end. */
export function Refusal({ view }: { view: ViewOf<'refusal'> }) {
  const { refusals, refusalScreen, troubles, fields, frame } = useWords();
  const { elder, landscape } = useRoom();
  const tight = elder || landscape;
  // Where room is short, what leads on comes first: other services before counters, papers before facts.
  const showCounters = view.counters.length > 0 && !(tight && view.instead.length > 0);
  const said = refusals[view.reason];
  const facts = REFUSAL_FACTS.flatMap((key) => {
    const value = view.facts[key];
    if (value === undefined) return [];
    return [
      {
        key,
        label: refusalScreen.factNames[key],
        value: key === 'age' ? refusalScreen.factAge(value) : dayInWords(fields, value),
      },
    ];
  });
  const short = view.papers.length > 0 || view.instead.length > 0 || (elder && facts.length > 0);
  const now = (
    <div className="what-now">
      <p className="section-head">{troubles.now}</p>
      <Points points={said.now} numbered />
    </div>
  );
  return (
    <Page
      title={said.title}
      lead={said.what}
      sign={<Seal state="attention" />}
      note={
        <>
          {landscape ? now : null}
          {view.papers.length === 0 && !(elder && showCounters) ? (
            <Hotlines hotlines={view.hotlines} />
          ) : null}
        </>
      }
      actions={
        <Actions>
          <Act command={{ type: 'print-slip' }}>{refusalScreen.printSlip}</Act>
          <Act command={{ type: 'try-again' }}>{frame.tryAgain}</Act>
          <Act kind="primary" command={{ type: 'finish' }}>
            {frame.understood}
          </Act>
        </Actions>
      }
    >
      {landscape ? null : now}
      {facts.length === 0 || (elder && view.papers.length > 0) ? null : <AnswerList answers={facts} />}
      {view.papers.length === 0 ? null : (
        <Note>
          <p className="section-head">{refusalScreen.papers}</p>
          <Points points={view.papers} />
        </Note>
      )}
      <NextServices head={refusalScreen.instead} services={view.instead} />
      {showCounters ? (
        <>
          <p className="section-head">{refusalScreen.counters}</p>
          <Places
            places={view.counters}
            perPage={short ? 1 : elder ? 2 : landscape ? 3 : facts.length > 0 ? 2 : 4}
          />
        </>
      ) : null}
    </Page>
  );
}
