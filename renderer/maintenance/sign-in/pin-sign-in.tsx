import { useState } from 'react';
import { Button } from '../../design/button.tsx';
import { DigitKeypad } from '../../design/digit-keypad.tsx';
import { DigitCells } from '../../design/large-field.tsx';
import { Page } from '../../design/page.tsx';
import { useKiosk, useRoom, useWords } from '../../frame/kiosk-context.ts';
import type { SignIn } from './sign-in-page.tsx';
import { SignInProblem, useWait } from './sign-in-problem.tsx';
import { WaysOut } from './ways-out.tsx';

const PIN_DIGITS = 6;

/** Six dots, never a digit: the PIN lives in this component until it is sent, and is gone then. */
export function PinSignIn({ page }: { page: SignIn }) {
  const { maintain } = useKiosk();
  const { landscape } = useRoom();
  const { pin: words, enter } = useWords().maintenance.signIn;
  const [pin, setPin] = useState('');
  const wait = useWait(page);
  const submit = () => {
    maintain({ act: 'enter-pin', pin });
    setPin('');
  };
  const cells = (
    <DigitCells label={words.entered(pin.length)} cells={Array.from(pin, () => '•')} of={PIN_DIGITS} />
  );
  return (
    <Page
      title={words.title}
      lead={page.technician === null ? words.leadUnknown : words.lead(page.technician)}
      note={
        <>
          {landscape ? cells : null}
          <SignInProblem page={page} wait={wait} />
        </>
      }
      actions={
        <>
          <Button
            kind="primary"
            className="wide sign-in-enter"
            act="enter-pin"
            disabled={pin.length < PIN_DIGITS || wait > 0}
            onPress={submit}
          >
            {enter}
          </Button>
          <WaysOut other={null} />
        </>
      }
    >
      {landscape ? null : cells}
      <DigitKeypad digits={pin} length={PIN_DIGITS} onChange={setPin} />
    </Page>
  );
}
