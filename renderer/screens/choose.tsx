import './choose.css';
import type { ReactNode } from 'react';
import type { Question } from '../../src/contracts/screen-words.ts';
import type { ViewOf } from '../../src/contracts/view.ts';
import { type Option, OptionList } from '../design/option-list.tsx';
import { Page } from '../design/page.tsx';
import { Pager, usePages } from '../design/pager.tsx';
import { type Room, useCan, useKiosk, useRoom, useWords } from '../frame/kiosk-context.ts';
import { ExchangeScene, LostCardScene, SwapScene } from '../illustrations/card-scenes.tsx';
import { ClockScene } from '../illustrations/scenes.tsx';
import { ProgressScene, RecordsScene, ShowCodeScene } from '../illustrations/service-scenes.tsx';
import type { Catalogue } from '../texts/catalogue.ts';
import { daysOfTerm, yuanOf } from './field-value.ts';

const PICTURES: Record<Question, (label: string) => ReactNode> = {
  'what-about-the-lost-card': (label) => <LostCardScene label={label} />,
  'loss-term': (label) => <ClockScene label={label} />,
  'account-number': (label) => <SwapScene label={label} />,
  'exchange-reason': (label) => <ExchangeScene label={label} />,
  'record-category': (label) => <RecordsScene label={label} />,
  'insurance-type': (label) => <RecordsScene label={label} />,
  'record-year': (label) => <RecordsScene label={label} />,
  'how-to-get-it': (label) => <SwapScene label={label} />,
  'card-or-code': (label) => <ShowCodeScene label={label} />,
  'id-card-or-receipt': (label) => <ProgressScene label={label} />,
};

/** Up to so many options stand large under a picture. */
const FEW = 4;
/** Letters of a label that needs no line of its own. */
const SHORT = 7;

/** One question, one touch. */
export function Choose({ view }: { view: ViewOf<'choose'> }) {
  const { choose } = useWords();
  const { send } = useKiosk();
  const can = useCan();
  const room = useRoom();
  const { landscape } = room;
  const { title, lead } = choose.asked[view.question];
  const options = view.options.map((option) => optionOf(choose, view, option));
  const few = options.length <= FEW;
  const short =
    options.length > 5 &&
    options.every(({ label, more, fee }) => label.length <= SHORT && more.length === 0 && fee === null);
  const columns = columnsOf(options.length, room, short);
  const pages = usePages(options, columns * rowsOf(room, few));
  const picture = PICTURES[view.question](title);
  return (
    <Page
      title={title}
      lead={lead}
      wide={!few}
      {...(few && !landscape ? { picture } : {})}
      centred={few}
      note={
        few && landscape ? (
          <div className="choose-picture">{picture}</div>
        ) : landscape ? (
          <Pager pages={pages} />
        ) : null
      }
    >
      {can('choose') ? (
        <OptionList
          options={pages.items}
          onChoose={(value) => send({ type: 'choose', value })}
          columns={columns}
          look={few ? 'roomy' : short ? 'short' : 'plain'}
        />
      ) : null}
      {landscape ? null : <Pager pages={pages} />}
    </Page>
  );
}

function columnsOf(count: number, { elder, landscape }: Room, short: boolean): 1 | 2 | 3 | 4 | 5 {
  if (count <= FEW) return 1;
  if (short) return landscape ? (elder ? 4 : 5) : elder ? 2 : 3;
  return landscape ? (elder ? 2 : 3) : 1;
}

function rowsOf({ elder, landscape, low }: Room, few: boolean): number {
  if (few) return FEW;
  if (low) return elder ? 4 : 5;
  if (landscape) return elder ? 3 : 4;
  return elder ? 6 : 9;
}

function optionOf(
  choose: Catalogue['choose'],
  view: ViewOf<'choose'>,
  { value, label, note, feeFen }: ViewOf<'choose'>['options'][number],
): Option {
  const days = daysOfTerm(value);
  const key = days === null ? value : 'days';
  const named = choose.options[view.question][key];
  const said = note === 'counter' ? choose.counter : days === null ? note : choose.days(String(days));
  const meaning = choose.meanings[view.question]?.[key];
  return {
    value,
    label: label ?? named ?? (view.question === 'record-year' ? choose.year(value) : value),
    more: [meaning, said].filter(
      (line): line is string => line !== undefined && line !== null && line !== '',
    ),
    fee:
      feeFen === null
        ? null
        : { text: feeFen === 0 ? choose.free : choose.fee(yuanOf(feeFen)), free: feeFen === 0 },
    chosen: value === view.chosen,
  };
}
