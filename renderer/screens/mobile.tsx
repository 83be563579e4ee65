import './mobile.css';
import { useState } from 'react';
import type { ViewOf } from '../../src/contracts/view.ts';
import { useSecondsLeft } from '../design/countdown.tsx';
import { DigitKeypad } from '../design/digit-keypad.tsx';
import { DigitCells, LargeField } from '../design/large-field.tsx';
import { Note } from '../design/note.tsx';
import { Page } from '../design/page.tsx';
import { Act } from '../frame/act.tsx';
import { useRoom, useWords } from '../frame/kiosk-context.ts';

const MOBILE_DIGITS = 11;
const CODE_DIGITS = 6;

/** 138 1234 5620, as people say it. */
const spaced = (digits: string) => [digits.slice(0, 3), digits.slice(3, 7), digits.slice(7)].join(' ').trim();

/** INFO-2, APPLY-3: the number a code is sent to. */
export function Mobile({ view }: { view: ViewOf<'mobile'> }) {
  const { apply } = useWords();
  const [digits, setDigits] = useState('');
  const { landscape } = useRoom();
  const wrongStart = !/^(1([3-9]|$)|$)/.test(digits.slice(0, 2));
  const field = (
    <LargeField kind="digits" label={apply.mobileLabel} value={spaced(digits)} empty={apply.mobileLabel} />
  );
  return (
    <Page
      title={apply.mobileTitle}
      lead={apply.mobileLead}
      note={
        <>
          {landscape ? field : null}
          {wrongStart ? (
            <Note tone="warn">{apply.mobileWrongStart}</Note>
          ) : view.problem === null ? null : (
            <Note tone="warn">{apply.mobileProblems[view.problem]}</Note>
          )}
        </>
      }
      actions={
        <Act
          kind="primary"
          className="wide"
          command={{ type: 'enter-mobile', mobile: digits }}
          disabled={digits.length < MOBILE_DIGITS || wrongStart}
        >
          {digits.length < MOBILE_DIGITS
            ? apply.digitsMissing(MOBILE_DIGITS - digits.length)
            : apply.mobileSend}
        </Act>
      }
    >
      {landscape ? null : field}
      <DigitKeypad digits={digits} length={MOBILE_DIGITS} onChange={setDigits} />
    </Page>
  );
}

/** The code of the message; sending again has to wait. */
export function SmsCode({ view }: { view: ViewOf<'sms-code'> }) {
  const { apply } = useWords();
  const [code, setCode] = useState('');
  const { elder, landscape, low } = useRoom();
  const beside = landscape && !elder;
  const resend = <Resend key={view.revision} seconds={view.resendInSeconds} />;
  const cells = <DigitCells label={apply.codeLabel} cells={[...code]} of={CODE_DIGITS} />;
  return (
    <Page
      title={apply.codeTitle}
      lead={apply.codeLead(view.mobileMasked)}
      note={
        <>
          {beside ? cells : null}
          {view.problem === null ? (
            <Note>{apply.codeKeepSecret}</Note>
          ) : (
            <Note tone="warn">
              <div className="note-head">{apply.codeProblems[view.problem]}</div>
              {apply.codeTriesLeft(view.triesLeft)}
            </Note>
          )}
          {low ? null : resend}
        </>
      }
      actions={
        <Act
          kind="primary"
          className="wide"
          command={{ type: 'enter-sms-code', code }}
          disabled={code.length < CODE_DIGITS}
        >
          {code.length < CODE_DIGITS ? apply.digitsMissing(CODE_DIGITS - code.length) : apply.codeSubmit}
        </Act>
      }
    >
      {beside ? null : cells}
      <DigitKeypad digits={code} length={CODE_DIGITS} onChange={setCode} />
      {low ? resend : null}
    </Page>
  );
}

function Resend({ seconds }: { seconds: number }) {
  const { apply } = useWords();
  const left = useSecondsLeft(seconds);
  return left > 0 ? (
    <p className="resend">{apply.codeResendIn(left)}</p>
  ) : (
    <Act className="wide" command={{ type: 'resend-sms-code' }}>
      {apply.codeResend}
    </Act>
  );
}
