import type { ViewOf } from '../../src/contracts/view.ts';
import { type Answer, AnswerList } from '../design/answer-list.tsx';
import { Button } from '../design/button.tsx';
import { Note } from '../design/note.tsx';
import { Page } from '../design/page.tsx';
import { Pager, usePages } from '../design/pager.tsx';
import { Act, Actions } from '../frame/act.tsx';
import { useRoom, useWords } from '../frame/kiosk-context.ts';
import { fieldValue, yuanOf } from './field-value.ts';

type Line = ViewOf<'check-answers'>['lines'][number];

/** Rows of one line that fit; a long value counts as two, a longer one as three. */
function rows({ elder, landscape }: { elder: boolean; landscape: boolean }): number {
  if (landscape) return elder ? 7.4 : 12;
  return elder ? 9 : 12.4;
}

function useWeight(withButton: boolean): (line: { value: string }) => number {
  const { elder, landscape } = useRoom();
  const perLine = (landscape ? (elder ? 12 : 17) : elder ? 13 : 17) - (withButton ? 2 : 0);
  const width = (text: string) =>
    [...text].reduce((sum, one) => sum + (one.charCodeAt(0) > 255 ? 1 : 0.56), 0);
  return ({ value }) => 1 + 0.6 * (Math.max(1, Math.ceil(width(value) / perLine)) - 1);
}

/** So few lines may stand further apart. */
const FEW = 7;

/** What the chip said, read-only (APPLY-3). */
export function Details({ view }: { view: ViewOf<'details'> }) {
  const { apply, fields, frame } = useWords();
  const { landscape } = useRoom();
  const pages = usePages(view.rows, rows(useRoom()), useWeight(false));
  return (
    <Page
      title={apply.detailsTitle}
      lead={apply.detailsLead}
      wide
      note={<Note>{apply.detailsWrong}</Note>}
      actions={
        <Act kind="primary" className="wide" command={{ type: 'confirm' }}>
          {frame.next}
        </Act>
      }
    >
      <AnswerList
        twoColumns={landscape}
        answers={pages.items.map(({ field, value }) => ({
          key: field,
          label: fields.names[field],
          value: fieldValue(fields, field, value),
        }))}
      />
      <Pager pages={pages} />
    </Page>
  );
}

/** Check your answers before anything happens; each line that can change says so. */
export function CheckAnswers({ view }: { view: ViewOf<'check-answers'> }) {
  const { ends, fields } = useWords();
  const fee = { field: 'fee', value: feeText(view.feeFen, fields), fromChip: false, change: false } as const;
  const { landscape, low } = useRoom();
  // What is only read may stand out of reach.
  const inReach = view.lines.toSorted((one, other) => Number(one.change) - Number(other.change));
  const lines: readonly (Line | typeof fee)[] = [...(low ? inReach : view.lines), fee];
  const pages = usePages(lines, rows(useRoom()) - 0.5, useWeight(true));
  const toAnswer = (line: Line | typeof fee): Answer => ({
    key: line.field,
    label: line.field === 'fee' ? fields.fee : fields.names[line.field],
    value: line.field === 'fee' ? line.value : fieldValue(fields, line.field, line.value),
    after: line.field === 'fee' ? null : <AfterAnswer line={line} />,
  });
  return (
    <Page
      title={pages.last ? ends.checkTitle : ends.checkTitleMore}
      wide
      note={
        view.queued ? (
          <Note tone="warn">{ends.checkQueued}</Note>
        ) : (
          <p className="lead">{view.service === 'apply' ? ends.checkThen.apply : ends.checkThen.other}</p>
        )
      }
      actions={
        <Actions>
          <Act command={{ type: 'cancel' }}>{ends.checkLeave}</Act>
          {pages.last ? (
            <Act kind="primary" command={{ type: 'submit' }}>
              {ends.checkSubmit}
            </Act>
          ) : (
            <Button kind="primary" onPress={() => pages.turn(1)}>
              {ends.checkNext}
            </Button>
          )}
        </Actions>
      }
    >
      <AnswerList
        twoColumns={landscape}
        roomy={!landscape && lines.length <= FEW}
        answers={pages.items.map(toAnswer)}
      />
      <Pager pages={pages} />
    </Page>
  );
}

/** Read from the social security card; all else that was not typed is from the ID card. */
const ON_SOCIAL_CARD: ReadonlySet<string> = new Set(['card-number', 'account-number']);

function AfterAnswer({ line }: { line: Line }) {
  const { fields } = useWords();
  if (line.change)
    return (
      <Act
        kind="small"
        data={{ 'data-field': line.field }}
        label={fields.changeField(fields.names[line.field])}
        command={{ type: 'change', field: line.field }}
      >
        {fields.change}
      </Act>
    );
  if (!line.fromChip) return null;
  const origin = ON_SOCIAL_CARD.has(line.field) ? fields.fromSocialCard : fields.fromChip;
  return <span className="answers-origin">{origin}</span>;
}

function feeText(fen: number, fields: ReturnType<typeof useWords>['fields']): string {
  return fen === 0 ? fields.feeFree : fields.feeYuan(yuanOf(fen));
}
