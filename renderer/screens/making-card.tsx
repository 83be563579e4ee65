import './making-card.css';
import { useEffect, useState } from 'react';
import type { ViewOf } from '../../src/contracts/view.ts';
import { useSecondsLeft } from '../design/countdown.tsx';
import { Note } from '../design/note.tsx';
import { Page } from '../design/page.tsx';
import { useWords } from '../frame/kiosk-context.ts';
import { CardGate } from '../illustrations/gates.tsx';
import { MakingCard as MakingCardPicture } from '../illustrations/making-card.tsx';

/** Order of the steps a resident is shown; a rejected blank begins again at the first. */
const STEPS = ['taking-blank', 'writing', 'printing-face', 'checking', 'binding'] as const;

/** What the machine does with the new card, drawn, and how long it takes; hands off. */
export function MakingCard({ view }: { view: ViewOf<'making-card'> }) {
  const { makingCard } = useWords();
  const [elapsed, setElapsed] = useState(0);
  useEffect(() => {
    const start = performance.now();
    const timer = setInterval(() => setElapsed((performance.now() - start) / 1000), 1000);
    return () => clearInterval(timer);
  }, []);
  const at = (STEPS as readonly string[]).indexOf(view.phase);
  const reached = view.phase === 'keeping-old-card' ? STEPS.length : at;
  return (
    <Page
      title={view.blank > 1 ? makingCard.again : makingCard.title}
      lead={elapsed > view.expectSeconds * 1.5 ? makingCard.long : makingCard.lead(view.expectSeconds)}
      picture={<MakingCardPicture label={makingCard.picture} phase={view.phase} />}
      note={<Note>{makingCard.handsOff}</Note>}
    >
      <p className="making-now" role="status">
        {makingCard.doing[view.phase]}
      </p>
      <ol className="making-steps">
        {makingCard.steps.map((step, index) => (
          <li key={step} className={index < reached ? 'done' : index === reached ? 'now' : ''}>
            <i />
            {step}
          </li>
        ))}
      </ol>
    </Page>
  );
}

/** INV-5: a card stands at a gate; whose it is, where, and how long it waits. */
export function TakeCard({ view }: { view: ViewOf<'take-card'> }) {
  const { takeCard } = useWords();
  return (
    <Page
      title={view.moving ? takeCard.moving[view.which] : takeCard.title[view.which]}
      lead={view.moving ? takeCard.movingLead : takeCard.lead[view.which]}
      picture={<CardGate label={takeCard.picture[view.which]} moving={view.moving} />}
      note={view.moving ? null : <Note>{takeCard.after[view.which]}</Note>}
    >
      {view.moving || view.until <= view.now ? null : (
        <Waits key={view.revision} seconds={(view.until - view.now) / 1000} />
      )}
    </Page>
  );
}

function Waits({ seconds }: { seconds: number }) {
  const { takeCard } = useWords();
  const left = useSecondsLeft(seconds);
  return (
    <p className="take-count" role="timer" aria-label={takeCard.left(left)}>
      <b>{left}</b> {takeCard.seconds}
    </p>
  );
}
