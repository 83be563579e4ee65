import './receipt.css';
import type { ViewOf } from '../../src/contracts/view.ts';
import { AnswerList } from '../design/answer-list.tsx';
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
import { NextServices } from './next-services.tsx';
import { NotBlockedYet } from './not-blocked.tsx';
import { answersOf, callsOn, capacityFor, weigh } from './receipt-answers.ts';
import { ReceiptParts } from './receipt-parts.tsx';
import { receiptWords } from './receipt-words.ts';

/** The end is a receipt: exactly the state reached, what happens next, by when, where, whom to call (APPLY-7). */
export function Receipt({ view }: { view: ViewOf<'receipt'> }) {
  return view.notBlockedYet ? <NotBlockedYet view={view} /> : <Ending view={view} />;
}

function Ending({ view }: { view: ViewOf<'receipt'> }) {
  const { receipt, refusals, fields } = useWords();
  const room = useRoom();
  const { elder, landscape } = room;
  const { title, meaning, next } = receiptWords(receipt, view);
  const answers = answersOf(view, receipt, (day) => dayInWords(fields, day));
  const badPaper = view.paper === 'no-paper' || view.paper === 'printer-down';
  const crowded = view.mobileUnconfirmed || view.refusal !== null || view.parts.length > 0;
  const height = answers.reduce((sum, answer) => sum + weigh(answer), 0);
  const pages = usePages(answers, capacityFor(view, meaning, height, room), weigh);
  const whatNext =
    view.parts.length === 0 ? (
      <div className="receipt-next">
        <p className="section-head">{receipt.whatNext}</p>
        <Points points={next} numbered />
      </div>
    ) : (
      <ReceiptParts parts={view.parts} />
    );
  const call = (
    <div>
      {elder || view.parts.length > 0 || view.next.length > 0 ? null : (
        <p className="section-head">{receipt.callUs}</p>
      )}
      <Hotlines hotlines={view.hotlines} />
    </div>
  );
  const paper = (
    <Note tone={badPaper || view.mobileUnconfirmed ? 'warn' : 'plain'}>
      {receipt.papers[view.paper]}
      {view.mobileUnconfirmed ? <div>{receipt.mobileUnconfirmed}</div> : null}
    </Note>
  );
  const nextServices = (
    <NextServices head={elder ? null : receipt.nextServices} services={view.next.slice(0, elder ? 2 : 4)} />
  );
  return (
    <Page
      title={title}
      lead={meaning}
      sign={<Seal state={view.state} />}
      note={
        <>
          {landscape ? whatNext : paper}
          {!landscape && callsOn(view, room) ? call : null}
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
      {nextServices}
      {badPaper || crowded || view.next.length > 0 || height > (elder || landscape ? 1 : 3) ? null : (
        <div className="page-picture">
          <PrinterSlip label={receipt.paperPicture} />
        </div>
      )}
    </Page>
  );
}
