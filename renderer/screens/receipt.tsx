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
import { PrinterSlip } from '../illustrations/devices.tsx';
import { Seal } from '../illustrations/seal.tsx';
import { dayInWords } from './field-value.ts';

/** The end is a receipt: exactly the state reached, what happens next, by when, where, whom to call (APPLY-7). */
export function Receipt({ view }: { view: ViewOf<'receipt'> }) {
  const { receipt, refusals, fields } = useWords();
  const general = receipt.states[view.state];
  const special = view.service === null ? undefined : receipt.ofService[view.service]?.[view.state];
  const { title, meaning, next } = special ?? general;
  const { elder, landscape } = useRoom();
  const answers = answersOf(view, receipt, (day) => dayInWords(fields, day));
  const badPaper = view.paper === 'no-paper' || view.paper === 'printer-down';
  const crowded = view.mobileUnconfirmed || view.refusal !== null || meaning.length > LONG[view.language];
  const height = answers.reduce((sum, answer) => sum + weigh(answer), 0);
  const room = landscape ? (elder ? 3.9 : 6.1) : elder ? 3.1 : 6.9;
  const taken = view.mobileUnconfirmed
    ? elder || landscape
      ? 2
      : 2.6
    : crowded && !landscape
      ? elder
        ? 2
        : 1.2
      : 0;
  const pages = usePages(answers, room - taken, weigh);
  const whatNext = (
    <div className="receipt-next">
      <p className="section-head">{receipt.whatNext}</p>
      <Points points={next} numbered />
    </div>
  );
  const paper = <Note tone={badPaper ? 'warn' : 'plain'}>{receipt.papers[view.paper]}</Note>;
  const unconfirmed = view.mobileUnconfirmed ? <Note tone="warn">{receipt.mobileUnconfirmed}</Note> : null;
  const call = (
    <div>
      {elder ? null : <p className="section-head">{receipt.callUs}</p>}
      <Hotlines hotlines={view.hotlines} />
    </div>
  );
  return (
    <Page
      title={title}
      lead={meaning}
      sign={<Seal state={view.state} />}
      note={
        <>
          {landscape ? whatNext : null}
          {landscape ? null : (
            <>
              <Note tone={badPaper || view.mobileUnconfirmed ? 'warn' : 'plain'}>
                {receipt.papers[view.paper]}
                {view.mobileUnconfirmed ? <div>{receipt.mobileUnconfirmed}</div> : null}
              </Note>
              {call}
            </>
          )}
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
        {landscape ? (
          <div className="receipt-next">
            {call}
            {paper}
          </div>
        ) : (
          whatNext
        )}
        {view.qr === null ? null : (
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
      {landscape ? unconfirmed : null}
      {badPaper || crowded || height > (elder || landscape ? 1 : 3) ? null : (
        <div className="page-picture">
          <PrinterSlip label={receipt.paperPicture} />
        </div>
      )}
    </Page>
  );
}

/** Letters of a meaning that takes the room of an answer. */
const LONG = { 'zh-CN': 44, en: 100 } as const;

/** An address takes the room of two lines. */
const weigh = (answer: Answer) => (answer.key === 'place' ? 1.9 : 1);

function answersOf(
  view: ViewOf<'receipt'>,
  words: ReturnType<typeof useWords>['receipt'],
  day: (value: string) => string,
): Answer[] {
  const { place } = view;
  const lines: readonly (readonly [string, string, string | null])[] = [
    ['reference', words.reference, view.reference],
    ['application', words.applicationNumber, view.applicationNumber],
    ['ready', words.readyBy, view.readyBy === null ? null : day(view.readyBy)],
    [
      'collect',
      words.collectWithin,
      view.collectWithinDays === null ? null : words.collectWithinDays(view.collectWithinDays),
    ],
    [
      'place',
      view.state === 'go-to-counter' ? words.counter : words.place,
      place === null ? null : [place.name, place.address, place.phones[0]].join(' '),
    ],
  ];
  return lines.flatMap(([key, label, value]) => (value === null ? [] : [{ key, label, value }]));
}
