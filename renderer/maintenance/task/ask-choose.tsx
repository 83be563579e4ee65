import { OptionList } from '../../design/option-list.tsx';
import { Pager, usePages } from '../../design/pager.tsx';
import { useRoom, useWords } from '../../frame/kiosk-context.ts';
import type { AskProps } from './ask-props.ts';
import { pictureOf } from './step-look.ts';
import { StepPage } from './step-page.tsx';
import { factsSaid, optionSaid } from './step-said.ts';

/** This many leave room for the step's drawing. */
const FEW = 3;

/** Big rows, each of which goes on at one touch. */
export function AskChoose({ page, ask, answer }: AskProps<'choose'>) {
  const { tasks } = useWords();
  const { elder, landscape } = useRoom();
  const options = ask.options.map((option) => ({
    ...optionSaid(tasks, page, option),
    fee: null,
    chosen: false,
  }));
  const few = options.length <= FEW;
  const lists = factsSaid(tasks, page).length > 0;
  const drawn = few && pictureOf(page) !== undefined;
  // Lying, the drawing stands right and what is touched left, under its words.
  const aside = landscape && drawn;
  const columns = landscape && options.length > 4 ? 2 : 1;
  const rows = landscape ? (elder ? 3 : 4) : (elder ? 5 : 7) - (lists ? 2 : 0);
  const pages = usePages(options, rows * columns);
  const list = (
    <>
      <OptionList
        options={pages.items}
        columns={columns}
        look={few && !elder && !lists && !aside ? 'roomy' : 'plain'}
        onChoose={answer}
      />
      <Pager pages={pages} />
    </>
  );
  return aside ? (
    <StepPage page={page} picture={few} actions={list} />
  ) : (
    <StepPage page={page} picture={few}>
      {list}
    </StepPage>
  );
}
