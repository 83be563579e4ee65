import './refusal.css';
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

/** Honest and short: what happened, what of my card and money, what I can do now. */
export function Trouble({ view }: { view: ViewOf<'trouble'> }) {
  const { troubles, refusalScreen, frame } = useWords();
  const { elder, landscape } = useRoom();
  const said = troubles.what[view.what];
  // No counter can open the machine: whoever can is called.
  const stuck = view.what === 'card-stuck';
  const takeBack = view.card === 'take-it-back' && !stuck;
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
          {elder && view.counters.length > 0 && !stuck ? null : <Hotlines hotlines={view.hotlines} />}
        </>
      }
      actions={
        <Actions>
          <Act command={{ type: 'finish' }}>{frame.understood}</Act>
          <Act kind="primary" command={{ type: 'try-again' }}>
            {frame.tryAgain}
          </Act>
        </Actions>
      }
    >
      {takeBack ? <Note tone="warn">{troubles.card['take-it-back']}</Note> : null}
      <AnswerList
        answers={[
          ...(takeBack
            ? []
            : [
                {
                  key: 'card',
                  label: troubles.cardLabel,
                  value: stuck ? troubles.cardStuck : troubles.card[view.card],
                },
              ]),
          {
            key: 'money',
            label: troubles.moneyLabel,
            value: view.nothingChanged ? troubles.nothingChanged : troubles.maybeChanged,
          },
        ]}
      />
      {landscape ? null : now}
      {view.counters.length === 0 || stuck ? null : (
        <>
          <p className="section-head">{refusalScreen.counters}</p>
          <Places places={view.counters} perPage={elder ? 1 : 2} />
        </>
      )}
    </Page>
  );
}
