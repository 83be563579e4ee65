import { useState } from 'react';
import type { ViewOf } from '../../src/contracts/view.ts';
import { Button } from '../design/button.tsx';
import { ChineseKeyboard } from '../design/chinese-keyboard.tsx';
import { LargeField } from '../design/large-field.tsx';
import { Note } from '../design/note.tsx';
import { Page } from '../design/page.tsx';
import { Act, Actions } from '../frame/act.tsx';
import { useCan, useRoom, useWords } from '../frame/kiosk-context.ts';

/** Lengths of the command `enter-address`. */
const SHORTEST = 5;
const LONGEST = 70;

/** APPLY-3: the chip's address is offered first; typing is for those who live elsewhere. */
export function Address({ view }: { view: ViewOf<'address'> }) {
  const { apply } = useWords();
  const can = useCan();
  const [typing, setTyping] = useState(false);
  if (typing) return <TypeAddress before={view.chosen ?? ''} onBack={() => setTyping(false)} />;
  return (
    <Page
      title={apply.addressTitle}
      lead={apply.addressLead}
      actions={
        <Actions>
          {can('enter-address') ? (
            <Button onPress={() => setTyping(true)}>{apply.addressOther}</Button>
          ) : null}
          <Act kind="primary" command={{ type: 'use-chip-address' }}>
            {apply.addressSame}
          </Act>
        </Actions>
      }
    >
      <Note>
        <p className="chip-address">{view.chipAddress}</p>
      </Note>
      {view.chosen === null ? null : (
        <p>
          {apply.addressLabel} {view.chosen}
        </p>
      )}
    </Page>
  );
}

function TypeAddress({ before, onBack }: { before: string; onBack: () => void }) {
  const { apply, frame } = useWords();
  const [text, setText] = useState(before);
  const [typed, setTyped] = useState('');
  const { landscape } = useRoom();
  const field = (
    <LargeField
      kind="text"
      label={apply.addressLabel}
      value={text}
      empty={typed === '' ? apply.addressEmpty : ''}
      after={typed === '' ? null : <span className="field-pinyin">{typed}</span>}
    />
  );
  const short = text.trim().length < SHORTEST;
  return (
    <Page
      title={apply.addressTypeTitle}
      lead={apply.addressTypeLead}
      note={landscape ? field : null}
      actions={
        <Actions>
          <Button onPress={onBack}>{apply.addressBack}</Button>
          <Act kind="primary" command={{ type: 'enter-address', address: text.trim() }} disabled={short}>
            {short ? apply.addressShort : frame.next}
          </Act>
        </Actions>
      }
    >
      {landscape ? null : field}
      <ChineseKeyboard typed={typed} onTyped={setTyped} text={text} onText={setText} maxLength={LONGEST} />
    </Page>
  );
}
