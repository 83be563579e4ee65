import { useState } from 'react';
import type { ViewOf } from '../../src/contracts/view.ts';
import { Button } from '../design/button.tsx';
import { Hotlines } from '../design/hotlines.tsx';
import { LargeField } from '../design/large-field.tsx';
import { LetterKeypad } from '../design/letter-keypad.tsx';
import { Note } from '../design/note.tsx';
import { type Option, OptionList } from '../design/option-list.tsx';
import { Page } from '../design/page.tsx';
import { Pager, usePages } from '../design/pager.tsx';
import { Actions } from '../frame/act.tsx';
import { type Room, useCan, useKiosk, useRoom, useWords } from '../frame/kiosk-context.ts';
import { HelpScene } from '../illustrations/service-scenes.tsx';
import { type Search, useSearch } from './search.ts';

/** Letters of a search; the command takes a few more. */
const LONGEST_SEARCH = 12;

type Part = 'topics' | 'letters' | 'counter';

/** HELP-1: the questions, a search by letters, and what only a counter does; one of them at a time. */
export function Help({ view }: { view: ViewOf<'help'> }) {
  const [part, setPart] = useState<Part>('topics');
  const letters = useSearch(view.query);
  if (part === 'letters')
    return <FindByLetters view={view} letters={letters} onShow={() => setPart('topics')} />;
  return <Topics view={view} part={part} onPart={setPart} onAll={() => letters.set('')} />;
}

interface TopicsProps {
  readonly view: ViewOf<'help'>;
  readonly part: 'topics' | 'counter';
  readonly onPart: (part: Part) => void;
  readonly onAll: () => void;
}

function Topics({ view, part, onPart, onAll }: TopicsProps) {
  const { help } = useWords();
  const { landscape, low } = useRoom();
  const can = useCan();
  const counter = part === 'counter';
  const searched = !counter && view.query !== '';
  return (
    <Page
      title={counter ? help.counterTopics : searched ? help.found(view.topics.length) : help.title}
      lead={counter ? help.counterLead : help.lead}
      {...(low && !counter && !searched ? { picture: <HelpScene label={help.title} /> } : {})}
      note={
        landscape && !counter && can('search') ? (
          <Button className="wide" onPress={() => onPart('letters')}>
            {help.find}
          </Button>
        ) : null
      }
      actions={
        <Actions>
          {searched ? (
            <Button onPress={onAll}>{help.all}</Button>
          ) : (
            <Button onPress={() => onPart(counter ? 'topics' : 'counter')}>
              {counter ? help.showTopics : help.showCounter}
            </Button>
          )}
          {landscape || counter || !can('search') ? null : (
            <Button kind="primary" onPress={() => onPart('letters')}>
              {help.find}
            </Button>
          )}
        </Actions>
      }
    >
      {counter ? (
        <TopicList
          key="counter"
          topics={view.counterTopics.map(({ id, title }) => ({ id, text: title }))}
          command="open-counter-topic"
        />
      ) : view.topics.length === 0 ? (
        <Note>
          {help.nothing}
          <Hotlines hotlines={view.hotlines} />
        </Note>
      ) : (
        <TopicList
          key={view.query}
          topics={view.topics.map(({ id, question }) => ({ id, text: question }))}
          command="open-topic"
        />
      )}
    </Page>
  );
}

interface TopicListProps {
  readonly topics: readonly { readonly id: string; readonly text: string }[];
  readonly command: 'open-topic' | 'open-counter-topic';
  readonly perPage?: number;
}

/** How many questions stand under each other. */
function rowsOf({ elder, landscape, low }: Room): number {
  if (landscape) return elder ? 4 : 5;
  if (low) return elder ? 3 : 5;
  return elder ? 6 : 8;
}

function TopicList({ topics, command, perPage }: TopicListProps) {
  const { send } = useKiosk();
  const can = useCan();
  const room = useRoom();
  const pages = usePages(topics, perPage ?? rowsOf(room));
  if (!can(command)) return null;
  const options: Option[] = pages.items.map(({ id, text }) => ({
    value: id,
    label: text,
    more: [],
    fee: null,
    chosen: false,
  }));
  return (
    <>
      <OptionList
        options={options}
        onChoose={(topic) => send({ type: command, topic })}
        columns={1}
        look="plain"
        carries="data-topic"
      />
      <Pager pages={pages} />
    </>
  );
}

interface FindByLettersProps {
  readonly view: ViewOf<'help'>;
  readonly letters: Search;
  readonly onShow: () => void;
}

function FindByLetters({ view, letters, onShow }: FindByLettersProps) {
  const { help } = useWords();
  const { elder, landscape, low } = useRoom();
  const field = (
    <LargeField
      kind="digits"
      label={help.typed}
      value={letters.typed.toUpperCase()}
      empty={help.nothingTyped}
    />
  );
  const found =
    letters.typed === '' ? null : view.topics.length === 0 ? (
      <Note tone="warn">{help.nothing}</Note>
    ) : (
      <TopicList
        key={view.query}
        topics={view.topics
          .slice(0, landscape ? 2 : elder ? 2 : 5)
          .map(({ id, question }) => ({ id, text: question }))}
        command="open-topic"
        perPage={5}
      />
    );
  // Low, the letters need the room: what was found is one touch away, and that there is nothing is said above.
  const nothing = low && letters.typed !== '' && view.topics.length === 0;
  return (
    <Page
      title={help.findTitle}
      lead={help.findLead}
      note={landscape || nothing ? found : null}
      actions={
        <Button kind="primary" className="wide" onPress={onShow}>
          {letters.typed === '' || view.topics.length === 0
            ? help.showTopics
            : `${help.showFound} · ${help.found(view.topics.length)}`}
        </Button>
      }
    >
      {field}
      <LetterKeypad letters={letters.typed} length={LONGEST_SEARCH} onChange={letters.set} />
      {landscape || low ? null : found}
    </Page>
  );
}
