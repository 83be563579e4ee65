import { useState } from 'react';
import { Button } from '../../design/button.tsx';
import { DigitKeypad } from '../../design/digit-keypad.tsx';
import { LargeField } from '../../design/large-field.tsx';
import { Note } from '../../design/note.tsx';
import { useRoom, useWords } from '../../frame/kiosk-context.ts';
import type { AskProps } from './ask-props.ts';
import { StepPage } from './step-page.tsx';

/** How many: typed, never offered, so that nobody confirms a number they did not count. */
export function AskCount({ page, ask, answer }: AskProps<'count'>) {
  const { tasks } = useWords();
  const { frame } = tasks;
  const { landscape, elder } = useRoom();
  const [digits, setDigits] = useState('');
  const count = Number(digits);
  const tooMany = digits !== '' && count > ask.most;
  const field = <LargeField kind="digits" label={frame.counted} value={digits} empty={frame.countEmpty} />;
  return (
    <StepPage
      page={page}
      picture={!landscape && !elder}
      note={
        <>
          {landscape ? field : null}
          {tooMany ? <Note tone="warn">{frame.countMost(ask.most)}</Note> : null}
        </>
      }
      actions={
        <Button
          kind="primary"
          className="wide"
          act="answer"
          disabled={digits === '' || tooMany}
          onPress={() => answer(count)}
        >
          {digits === '' ? frame.countMissing : frame.countConfirm(count)}
        </Button>
      }
    >
      {landscape ? null : field}
      <DigitKeypad
        digits={digits}
        length={String(ask.most).length}
        onChange={(typed) => setDigits(typed.replace(/^0+(?=\d)/, ''))}
      />
    </StepPage>
  );
}
