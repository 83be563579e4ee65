import './not-blocked.css';
import './receipt.css';
import type { ViewOf } from '../../src/contracts/view.ts';
import { AnswerList } from '../design/answer-list.tsx';
import { Hotlines } from '../design/hotlines.tsx';
import { Note } from '../design/note.tsx';
import { Page } from '../design/page.tsx';
import { QrCode } from '../design/qr-code.tsx';
import { Act, Actions } from '../frame/act.tsx';
import { useRoom, useWords } from '../frame/kiosk-context.ts';
import { Seal } from '../illustrations/seal.tsx';
import { dayInWords } from './field-value.ts';
import { answersOf } from './receipt-answers.ts';
import { receiptWords } from './receipt-words.ts';

/** LOSS-5: recorded, and NOT blocked. Nothing on the screen is larger than that and the numbers to call. */
export function NotBlockedYet({ view }: { view: ViewOf<'receipt'> }) {
  const { receipt, fields } = useWords();
  const { elder, landscape } = useRoom();
  const answers = answersOf(view, receipt, (day) => dayInWords(fields, day)).slice(
    0,
    landscape || elder ? 2 : 5,
  );
  const badPaper = view.paper === 'no-paper' || view.paper === 'printer-down';
  const paper = (
    <div className="receipt-parts">
      <Note tone={badPaper ? 'warn' : 'plain'}>{receipt.papers[view.paper]}</Note>
      {view.qr === null ? null : (
        <div className="receipt-qr">
          <QrCode text={view.qr} label={receipt.qrLabel} />
          {receipt.qr}
        </div>
      )}
    </div>
  );
  return (
    <div className="not-blocked">
      <Page
        title={receipt.notBlocked}
        lead={receiptWords(receipt, view).meaning}
        sign={<Seal state="attention" />}
        centred
        note={paper}
        actions={
          <Actions>
            <Act command={{ type: 'print-slip' }}>{receipt.printAgain}</Act>
            <Act kind="primary" command={{ type: 'finish' }}>
              {receipt.finish}
            </Act>
          </Actions>
        }
      >
        <Note tone="warn">
          <div className="note-head">{receipt.callNow}</div>
          <Hotlines hotlines={view.hotlines} />
        </Note>
        <AnswerList answers={answers} />
      </Page>
    </div>
  );
}
