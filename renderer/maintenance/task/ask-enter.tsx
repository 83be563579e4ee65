import { useState } from 'react';
import { nameKeyboard } from '../../../src/maintenance/kiosk-name.ts';
import { Button } from '../../design/button.tsx';
import { ChineseKeyboard } from '../../design/chinese-keyboard.tsx';
import { DigitKeypad } from '../../design/digit-keypad.tsx';
import { LargeField } from '../../design/large-field.tsx';
import { Note } from '../../design/note.tsx';
import { useRoom, useWords } from '../../frame/kiosk-context.ts';
import type { AskProps } from './ask-props.ts';
import { CodeKeypad } from './code-keypad.tsx';
import { StepPage } from './step-page.tsx';
import { codeShape, digitsOf, TIME_DIGITS, timeShape } from './typed-shape.ts';

/** Something written elsewhere, typed here: on the keys it needs and no others. */
export function AskEnter({ page, ask, answer }: AskProps<'enter'>) {
  const { tasks } = useWords();
  const { landscape, elder } = useRoom();
  const { what, longest, value, problem } = ask;
  const { label, problem: sentence } = tasks.frame.enter[what];
  const [text, setText] = useState(what === 'time' ? digitsOf(value) : value);
  const [pinyin, setPinyin] = useState('');
  const isTime = what === 'time';
  const whole = isTime ? text.length === TIME_DIGITS : text.trim() !== '';
  const field = (
    <LargeField
      kind={what === 'kiosk-name' ? 'text' : 'digits'}
      label={label}
      value={isTime ? timeShape(text) : what === 'enrolment-code' ? codeShape(text) : text}
      empty={pinyin === '' ? label : ''}
      after={pinyin === '' ? null : <span className="field-pinyin">{pinyin}</span>}
    />
  );
  return (
    <StepPage
      page={page}
      picture={!landscape && !elder && !problem}
      note={
        <>
          {landscape ? field : null}
          {problem ? <Note tone="warn">{sentence}</Note> : null}
        </>
      }
      actions={
        <Button
          kind="primary"
          className="wide"
          act="answer"
          disabled={!whole}
          onPress={() => answer(isTime ? timeShape(text) : text.trim())}
        >
          {whole ? tasks.frame.enterOk : tasks.frame.enterShort}
        </Button>
      }
    >
      {landscape ? null : field}
      <Keys
        what={what}
        name={`${page.facts.kioskName}`}
        longest={longest}
        text={text}
        onText={setText}
        pinyin={pinyin}
        onPinyin={setPinyin}
      />
    </StepPage>
  );
}

interface KeysProps {
  readonly what: AskProps<'enter'>['ask']['what'];
  /** The kiosk's own, where it is typed. */
  readonly name: string;
  readonly longest: number;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly pinyin: string;
  readonly onPinyin: (pinyin: string) => void;
}

function Keys({ what, name, longest, text, onText, pinyin, onPinyin }: KeysProps) {
  switch (what) {
    case 'time':
      return <DigitKeypad digits={text} length={TIME_DIGITS} onChange={onText} />;
    case 'kiosk-name':
      return nameKeyboard(name) === 'code' ? (
        <CodeKeypad keys="code" text={text} longest={longest} onChange={onText} />
      ) : (
        <ChineseKeyboard typed={pinyin} onTyped={onPinyin} text={text} onText={onText} maxLength={longest} />
      );
    case 'bag-number':
    case 'enrolment-code':
      return <CodeKeypad keys="code" text={text} longest={longest} onChange={onText} />;
    case 'address':
    case 'gateway':
    case 'name-server':
      return <CodeKeypad keys="address" text={text} longest={longest} onChange={onText} />;
  }
}
