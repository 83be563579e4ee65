import './receipt.css';
import { dayInShanghai } from '../../src/calendar/calendar-day.ts';
import type { ViewOf } from '../../src/contracts/view.ts';
import type { ReceiptState } from '../../src/receipt/receipt-state.ts';
import { JUDGEMENTS, type ReceiptJudgement } from '../../src/receipt-code/receipt-verdict.ts';
import type { ReceiptStanding } from '../../src/receipt-code/where-request-stands.ts';
import { type Answer, AnswerList } from '../design/answer-list.tsx';
import { Hotlines } from '../design/hotlines.tsx';
import { Note, type Tone } from '../design/note.tsx';
import { Page } from '../design/page.tsx';
import { Act, Actions } from '../frame/act.tsx';
import { useRoom, useWords } from '../frame/kiosk-context.ts';
import { readableMoment } from '../frame/moment.ts';
import { Seal } from '../illustrations/seal.tsx';
import { ShowReceiptScene } from '../illustrations/service-scenes.tsx';
import type { Catalogue } from '../texts/catalogue.ts';
import { dayInWords } from './field-value.ts';

const SEALS: Record<ReceiptJudgement, ReceiptState | 'attention'> = {
  genuine: 'done-here',
  'cannot-tell': 'unknown-asking',
  'not-ours': 'refused',
};

const TONES: Record<ReceiptStanding, Tone> = {
  done: 'good',
  'card-under-way': 'good',
  'with-the-office': 'plain',
  'partly-done': 'warn',
  refused: 'bad',
  'nothing-done': 'plain',
  'not-sent-yet': 'warn',
  'nothing-to-send': 'plain',
  'no-record': 'warn',
};

/** INV-4: whether the receipt is genuine, where its request stands now, and what it said on its day. */
export function ReceiptCheck({ view }: { view: ViewOf<'receipt-check'> }) {
  const { receiptCheck, scan } = useWords();
  const { landscape } = useRoom();
  const { title, lead } = receiptCheck.verdicts[view.verdict];
  const judgement = JUDGEMENTS[view.verdict];
  const answers = useSaid(view);
  const stands = <Stands view={view} />;
  return (
    <Page
      title={title}
      lead={lead}
      sign={<Seal state={SEALS[judgement]} />}
      note={
        <>
          {landscape ? stands : null}
          <Hotlines hotlines={view.hotlines} />
        </>
      }
      actions={
        <Actions>
          <Act command={{ type: 'scan-code' }}>{receiptCheck.again}</Act>
          <Act kind="primary" command={{ type: 'finish' }}>
            {receiptCheck.finish}
          </Act>
        </Actions>
      }
      {...(answers.length === 0 ? { picture: <ShowReceiptScene label={scan.of.receipt.frame} /> } : {})}
    >
      {landscape ? null : stands}
      {answers.length === 0 ? null : (
        <div className="receipt-next">
          <p className="section-head">{receiptCheck.said}</p>
          <AnswerList answers={answers} />
        </div>
      )}
    </Page>
  );
}

function Stands({ view: { verdict, reference, stands } }: { view: ViewOf<'receipt-check'> }) {
  const { receiptCheck, fields } = useWords();
  if (reference === null) return null;
  if (stands === null)
    return (
      <Note tone="warn">
        {verdict === 'genuine' ? receiptCheck.notReachedGenuine : receiptCheck.notReached}
      </Note>
    );
  return (
    <Note tone={TONES[stands.standing]}>
      <p className="note-head">{receiptCheck.stands}</p>
      <p>{receiptCheck.standings[stands.standing]}</p>
      {stands.at === null ? null : <p>{receiptCheck.since(dayOf(fields, stands.at))}</p>}
    </Note>
  );
}

/** With its year: a receipt may be shown much later. */
const dayOf = (fields: Catalogue['fields'], at: number): string => dayInWords(fields, dayInShanghai(at));

function useSaid({ said, reference, language }: ViewOf<'receipt-check'>): Answer[] {
  const { receiptCheck, home, fields } = useWords();
  const lines: readonly (readonly [string, string, string | null])[] = [
    ['service', receiptCheck.service, said && home.services[said.service].name],
    ['state', receiptCheck.state, said && receiptCheck.states[said.state]],
    ['at', receiptCheck.at, said && `${dayOf(fields, said.at)} ${readableMoment(said.at, language).time}`],
    ['kiosk', receiptCheck.kiosk, said?.kioskId ?? null],
    ['reference', receiptCheck.reference, reference],
  ];
  return lines.flatMap(([key, label, value]) => (value === null ? [] : [{ key, label, value }]));
}
