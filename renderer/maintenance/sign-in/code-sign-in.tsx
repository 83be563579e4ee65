import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Button } from '../../design/button.tsx';
import { DigitKeypad } from '../../design/digit-keypad.tsx';
import { Page } from '../../design/page.tsx';
import { useKiosk, useRoom, useWords } from '../../frame/kiosk-context.ts';
import type { SignIn } from './sign-in-page.tsx';
import { SignInProblem, useWait } from './sign-in-problem.tsx';
import { WaysOut } from './ways-out.tsx';

const LENGTH = { number: 4, code: 6 } as const;
type Field = keyof typeof LENGTH;

/** Technician number and one-time code over one keypad; the second field is next once the first is full. */
export function CodeSignIn({ page }: { page: SignIn }) {
  const { maintain } = useKiosk();
  const { landscape } = useRoom();
  const { code: words, enter } = useWords().maintenance.signIn;
  const [typed, setTyped] = useState({ number: '', code: '' });
  const [field, setField] = useState<Field>('number');
  const wait = useWait(page);
  const full = (one: Field, digits = typed[one]) => digits.length === LENGTH[one];

  const change = (digits: string) => {
    setTyped({ ...typed, [field]: digits });
    if (field === 'number' && full('number', digits)) setField('code');
  };
  const submit = () => {
    maintain({ act: 'enter-code', technician: `T-${typed.number}`, code: typed.code });
    setTyped({ number: typed.number, code: '' });
    setField('code');
  };
  const fields = (
    <div className="sign-in-fields">
      <TypedField
        label={words.number}
        hint={words.numberHint}
        value={typed.number === '' ? '' : `T-${typed.number}`}
        now={field === 'number'}
        onPress={() => setField('number')}
      />
      <TypedField
        label={words.code}
        hint={words.codeHint}
        value={typed.code}
        now={field === 'code'}
        onPress={() => setField('code')}
      />
    </div>
  );
  return (
    <Page
      title={words.title}
      note={
        <>
          {landscape ? fields : null}
          <SignInProblem page={page} wait={wait} />
        </>
      }
      actions={
        <>
          <Button
            kind="primary"
            className="wide sign-in-enter"
            act="enter-code"
            disabled={!full('number') || !full('code') || wait > 0}
            onPress={submit}
          >
            {enter}
          </Button>
          <WaysOut other="use-card" />
        </>
      }
    >
      {landscape ? null : fields}
      <DigitKeypad digits={typed[field]} length={LENGTH[field]} onChange={change} />
    </Page>
  );
}

interface TypedFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly now: boolean;
  readonly onPress: () => void;
}

/** One of the fields; a touch makes it the one that is typed into. */
function TypedField({ label, hint, value, now, onPress }: TypedFieldProps) {
  return (
    <AriaButton className={now ? 'typed-field now' : 'typed-field'} onPress={onPress}>
      <span>{label}</span>
      <b>
        {value === '' ? <i>{hint}</i> : value}
        {now ? <span className="field-caret" aria-hidden="true" /> : null}
      </b>
    </AriaButton>
  );
}
