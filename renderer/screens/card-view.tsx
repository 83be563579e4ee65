import type { ViewOf } from '../../src/contracts/view.ts';
import { type Answer, AnswerList } from '../design/answer-list.tsx';
import { Note } from '../design/note.tsx';
import { Page } from '../design/page.tsx';
import { Pager, usePages } from '../design/pager.tsx';
import { Act, Actions } from '../frame/act.tsx';
import { useCan, useRoom, useWords } from '../frame/kiosk-context.ts';
import { dayInWords } from './field-value.ts';
import { NextServices } from './next-services.tsx';

/** READ-1: what is printed on the card; its state only to its holder. */
export function CardView({ view }: { view: ViewOf<'card-view'> }) {
  const { cardView, fields } = useWords();
  const can = useCan();
  const { elder, landscape } = useRoom();
  const day = (value: string | null) => (value === null ? null : dayInWords(fields, value));
  const lines: readonly (readonly [string, string, string | null])[] = [
    ['generation', cardView.generation, view.generation && cardView.generations[view.generation]],
    ['number', cardView.cardNumber, view.cardNumberMasked],
    ['name', cardView.name, view.nameMasked],
    ['region', cardView.region, view.region],
    ['issued', cardView.issuedOn, day(view.issuedOn)],
    ['expires', cardView.expiresOn, day(view.expiresOn)],
    [
      'state',
      cardView.socialSecurity,
      view.socialSecurity && cardView.socialSecurityStates[view.socialSecurity],
    ],
    ['bank', cardView.financial, view.financial && cardView.financialStates[view.financial]],
  ];
  const answers: Answer[] = lines.flatMap(([key, label, value]) =>
    value === null ? [] : [{ key, label, value }],
  );
  const pages = usePages(answers, elder ? (landscape ? 7 : view.next.length > 0 ? 6 : 8) : 9);
  const known = view.socialSecurity !== null;
  const next = <NextServices head={cardView.next} services={view.next} />;
  return (
    <Page
      title={view.from === 'electronic-card' ? cardView.titleCode : cardView.title}
      lead={known ? cardView.leadState : cardView.lead}
      note={
        <>
          {can('show-state') ? <Note>{cardView.showStateWhy}</Note> : null}
          {landscape ? next : null}
        </>
      }
      actions={
        <Actions>
          <Act command={{ type: 'show-state' }}>{cardView.showState}</Act>
          <Act kind="primary" command={{ type: 'finish' }}>
            {cardView.finish}
          </Act>
        </Actions>
      }
    >
      <AnswerList answers={pages.items} />
      <Pager pages={pages} />
      {landscape ? null : next}
    </Page>
  );
}
