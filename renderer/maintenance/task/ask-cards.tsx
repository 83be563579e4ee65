import type { ListedCard } from '../../../src/contracts/maintenance/page.ts';
import type { Language } from '../../../src/contracts/view.ts';
import { Button } from '../../design/button.tsx';
import { Note } from '../../design/note.tsx';
import { Pager, usePages } from '../../design/pager.tsx';
import { useKiosk, useRoom, useWords } from '../../frame/kiosk-context.ts';
import { readableSince } from '../../frame/moment.ts';
import type { AskProps } from './ask-props.ts';
import { StepPage } from './step-page.tsx';
import { reasonSaid } from './step-said.ts';

/** The most frequent reasons stand by name; the others are one number. */
const REASONS_SHOWN = 4;

/** Lines of a page: fewer where the letters are large or the words are long. */
function rowsOf(elder: boolean, landscape: boolean, language: Language): number {
  if (elder) return 2;
  return landscape || language === 'en' ? 4 : 5;
}

/** What the ledger has in a bin: totals by reason, then each card, to be read beside what is in the hand. */
export function AskCards({ page, ask, answer }: AskProps<'cards'>) {
  const { tasks } = useWords();
  const { frame } = tasks;
  const { view } = useKiosk();
  const { elder, landscape } = useRoom();
  const numbered = ask.cards.map((card, at) => ({ card, number: at + 1 }));
  const pages = usePages(numbered, rowsOf(elder, landscape, view.language));
  const totals = totalsOf(ask.cards.map(({ reason, origin }) => reasonSaid(tasks, reason, origin)));
  const rest = totals.slice(REASONS_SHOWN).reduce((sum, [, cards]) => sum + cards, 0);
  return (
    <StepPage
      page={page}
      note={
        ask.cards.length === 0 ? (
          <Note>{frame.cardsNone}</Note>
        ) : (
          <div className="task-totals">
            <b className="task-totals-all">{frame.cardsTotal(ask.cards.length)}</b>
            {totals.slice(0, REASONS_SHOWN).map(([reason, cards]) => (
              <span key={reason}>
                {reason} {frame.cardsCount(cards)}
              </span>
            ))}
            {rest === 0 ? null : (
              <span>
                {frame.cardsOther} {frame.cardsCount(rest)}
              </span>
            )}
          </div>
        )
      }
      actions={
        <Button kind="primary" className="wide" act="answer" onPress={() => answer(null)}>
          {frame.cardsSeen}
        </Button>
      }
    >
      <ol className="task-cards">
        {pages.items.map(({ card, number }) => (
          <CardLine key={number} card={card} number={number} />
        ))}
      </ol>
      <Pager pages={pages} />
    </StepPage>
  );
}

/** Each reason with how often it is there, the most frequent first. */
export function totalsOf(reasons: readonly string[]): readonly (readonly [string, number])[] {
  const totals = new Map<string, number>();
  for (const reason of reasons) totals.set(reason, (totals.get(reason) ?? 0) + 1);
  return [...totals].toSorted(([, one], [, other]) => other - one);
}

function CardLine({ card, number }: { card: ListedCard; number: number }) {
  const { view } = useKiosk();
  const { tasks } = useWords();
  const { frame } = tasks;
  const more = [
    card.since === null ? null : frame.cardSince(readableSince(card.since, view.now, view.language)),
    card.ownerMasked === null ? null : frame.cardOwner(card.ownerMasked),
    card.reference === null ? null : frame.cardReference(card.reference),
  ].filter((one) => one !== null);
  return (
    <li>
      <b className="task-card-number">{number}</b>
      <div>
        <p className="task-card-reason">{reasonSaid(tasks, card.reason, card.origin)}</p>
        <p className="task-card-more">
          {more.map((one) => (
            <span key={one}>{one}</span>
          ))}
        </p>
      </div>
    </li>
  );
}
