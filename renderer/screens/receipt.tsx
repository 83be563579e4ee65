import './receipt.css';
import type { ViewOf } from '../../src/contracts/view.ts';
import { type Answer, AnswerList } from '../design/answer-list.tsx';
import { Hotlines } from '../design/hotlines.tsx';
import { Note } from '../design/note.tsx';
import { Page } from '../design/page.tsx';
import { Pager, usePages } from '../design/pager.tsx';
import { Points } from '../design/points.tsx';
import { QrCode } from '../design/qr-code.tsx';
import { Act, Actions } from '../frame/act.tsx';
import { useRoom, useWords } from '../frame/kiosk-context.ts';
import { Seal } from '../illustrations/seal.tsx';

/** The end is a receipt: exactly the state reached, what happens next, by when, where, whom to call (APPLY-7). */
export function Receipt({ view }: { view: ViewOf<'receipt'> }) {
  const { receipt, refusals } = useWords();
  const general = receipt.states[view.state];
  const special = view.service === null ? undefined : receipt.ofService[view.service]?.[view.state];
  const { title, meaning, next } = special ?? general;
  const { elder, landscape } = useRoom();
  const room = landscape ? (elder ? 2.9 : 4.3) : elder ? 2.9 : 6.5;
  const pages = usePages(
    answersOf(view, receipt),
    room - (view.mobileUnconfirmed && !landscape ? 1 : 0),
    weigh,
  );
  const badPaper = view.paper === 'no-paper' || view.paper === 'printer-down';
  return (
    <Page
      title={title}
      lead={meaning}
      note={
        <>
          <Note tone={badPaper || view.mobileUnconfirmed ? 'warn' : 'plain'}>
            {receipt.papers[view.paper]}
            {view.mobileUnconfirmed ? <div>{receipt.mobileUnconfirmed}</div> : null}
          </Note>
          <div>
            {elder || landscape ? null : <p className="section-head">{receipt.callUs}</p>}
            <Hotlines hotlines={view.hotlines} />
          </div>
        </>
      }
      actions={
        <Actions>
          <Act command={{ type: 'print-slip' }}>{receipt.printAgain}</Act>
          <Act kind="primary" command={{ type: 'finish' }}>
            {receipt.finish}
          </Act>
        </Actions>
      }
    >
      <div className="receipt-parts">
        <div className="receipt-next">
          <p className="section-head">{receipt.whatNext}</p>
          <Points points={next} numbered />
        </div>
        {view.qr === null ? (
          <Seal state={view.state} />
        ) : (
          <div className="receipt-qr">
            <QrCode text={view.qr} label={receipt.qrLabel} />
            {receipt.qr}
          </div>
        )}
      </div>
      {view.refusal === null ? null : (
        <Note tone="bad">
          <div className="note-head">
            {receipt.why}: {refusals[view.refusal].title}
          </div>
          {refusals[view.refusal].now[0]}
        </Note>
      )}
      <AnswerList answers={pages.items} />
      <Pager pages={pages} />
    </Page>
  );
}

/** An address takes the room of two lines. */
const weigh = (answer: Answer) => (answer.key === 'place' ? 1.9 : 1);

function answersOf(view: ViewOf<'receipt'>, words: ReturnType<typeof useWords>['receipt']): Answer[] {
  const { place } = view;
  const lines: readonly (readonly [string, string, string | null])[] = [
    ['reference', words.reference, view.reference],
    ['application', words.applicationNumber, view.applicationNumber],
    ['ready', words.readyBy, view.readyBy],
    [
      'collect',
      words.collectWithin,
      view.collectWithinDays === null ? null : words.collectWithinDays(view.collectWithinDays),
    ],
    ['place', words.place, place === null ? null : [place.name, place.address, place.phones[0]].join(' ')],
  ];
  return lines.flatMap(([key, label, value]) => (value === null ? [] : [{ key, label, value }]));
}
