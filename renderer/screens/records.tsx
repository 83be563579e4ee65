import './choose.css';
import './records.css';
import type { ViewOf } from '../../src/contracts/view.ts';
import { type Answer, AnswerList } from '../design/answer-list.tsx';
import { Hotlines } from '../design/hotlines.tsx';
import { Note } from '../design/note.tsx';
import { Page } from '../design/page.tsx';
import { Pager, usePages } from '../design/pager.tsx';
import { PrintedPaper } from '../design/printed-paper.tsx';
import { Act, Actions } from '../frame/act.tsx';
import { useRoom, useWords } from '../frame/kiosk-context.ts';
import { RecordsScene } from '../illustrations/service-scenes.tsx';
import type { Catalogue } from '../texts/catalogue.ts';
import { dayInWords, yuanOf } from './field-value.ts';

/** REC-1: one type, one year; the facts first, then month by month. Nothing of it stays (REC-3). */
export function Records({ view }: { view: ViewOf<'records'> }) {
  const { records, fields } = useWords();
  const { elder, landscape } = useRoom();
  const answers = answersOf(view, records, fields);
  const empty = view.months.length === 0 && (view.category === 'payments' || answers.length === 0);
  const said = records.papers[view.paper] === null ? 0 : 1;
  const rows = landscape ? (elder ? 7 : 12) : elder ? (answers.length > 0 ? 7 : 10) - said : 12;
  const pages = usePages(view.months, rows);
  const facts = <AnswerList answers={answers} />;
  const scene = <RecordsScene label={records.category[view.category]} />;
  return (
    <Page
      title={records.title(records.types[view.type], view.year)}
      lead={empty ? records.nothing : records.lead}
      {...(view.months.length === 0 && !landscape ? { picture: scene } : {})}
      note={
        <>
          {landscape && view.months.length > 0 ? facts : null}
          {landscape && view.months.length === 0 && !empty && said === 0 ? (
            <div className="choose-picture">{scene}</div>
          ) : null}
          {empty ? (
            <Note>
              {records.nothingNow}
              <Hotlines hotlines={view.hotlines} />
            </Note>
          ) : null}
          <PrintedPaper paper={view.paper} words={records.papers} />
        </>
      }
      actions={
        <Actions>
          {view.paper === 'offered' || view.paper === 'failed' ? (
            <Act command={{ type: 'print-document' }}>{records.print}</Act>
          ) : null}
          <Act kind="primary" command={{ type: 'finish' }}>
            {records.finish}
          </Act>
        </Actions>
      }
    >
      {landscape && view.months.length > 0 ? null : facts}
      {view.months.length === 0 ? null : <Months months={pages.items} all={view.months} last={pages.last} />}
      <Pager pages={pages} />
    </Page>
  );
}

function answersOf(
  view: ViewOf<'records'>,
  words: Catalogue['records'],
  fields: Catalogue['fields'],
): Answer[] {
  return view.facts.map(({ fact, value }) => ({
    key: fact,
    label: words.facts[fact],
    value: factInWords(fact, value, words, fields),
  }));
}

function factInWords(
  fact: ViewOf<'records'>['facts'][number]['fact'],
  value: string,
  words: Catalogue['records'],
  fields: Catalogue['fields'],
): string {
  switch (fact) {
    case 'status':
      return words.statuses[value] ?? value;
    case 'months-in-year':
    case 'months-in-all':
      return words.months(value);
    case 'paid-in-year':
      return /^\d+$/.test(value) ? fields.feeYuan(yuanOf(Number(value))) : value;
    default:
      return dayInWords(fields, value);
  }
}

type Month = ViewOf<'records'>['months'][number];

interface MonthsProps {
  readonly months: readonly Month[];
  /** For the sums below the last page. */
  readonly all: readonly Month[];
  readonly last: boolean;
}

function Months({ months, all, last }: MonthsProps) {
  const { records } = useWords();
  const sum = (of: (month: Month) => number) => yuanOf(all.reduce((total, month) => total + of(month), 0));
  return (
    <div className="records-months">
      <p className="months-unit">{records.unit}</p>
      <table className="months">
        <thead>
          <tr>
            {[records.month, records.base, records.personal, records.employer, records.paid].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <tr key={month.month}>
              <th scope="row">{records.monthName(Number(month.month.slice(5)))}</th>
              <td>{yuanOf(month.baseFen)}</td>
              <td>{yuanOf(month.personalFen)}</td>
              <td>{yuanOf(month.employerFen)}</td>
              <td className={month.paid ? '' : 'not-paid'}>
                {month.paid ? records.isPaid : records.notPaid}
              </td>
            </tr>
          ))}
        </tbody>
        {last ? (
          <tfoot>
            <tr>
              <th scope="row">{records.total}</th>
              <td />
              <td>{sum((month) => (month.paid ? month.personalFen : 0))}</td>
              <td>{sum((month) => (month.paid ? month.employerFen : 0))}</td>
              <td />
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  );
}
