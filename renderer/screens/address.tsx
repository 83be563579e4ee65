import './address.css';
import { type ReactNode, useState } from 'react';
import type { ViewOf } from '../../src/contracts/view.ts';
import { Button } from '../design/button.tsx';
import { ChineseKeyboard } from '../design/chinese-keyboard.tsx';
import { LargeField } from '../design/large-field.tsx';
import { Page } from '../design/page.tsx';
import { Act, Actions } from '../frame/act.tsx';
import { useCan, useRoom, useWords } from '../frame/kiosk-context.ts';
import { HomeScene } from '../illustrations/scenes.tsx';

/** Lengths of the command `enter-address`. */
const SHORTEST = 5;
const LONGEST = 70;

/** APPLY-3: the chip's address is offered first; typing is for those who live elsewhere. */
export function Address({ view }: { view: ViewOf<'address'> }) {
  const { apply, fields } = useWords();
  const can = useCan();
  const [typing, setTyping] = useState(false);
  if (typing) return <TypeAddress before={view.chosen ?? ''} onBack={() => setTyping(false)} />;
  const typed = view.chosen === view.chipAddress ? null : view.chosen;
  const onType = () => setTyping(true);
  return (
    <Page
      title={apply.addressTitle}
      lead={apply.addressLead}
      picture={<HomeScene label={apply.addressPicture} />}
      actions={
        typed === null ? (
          <Actions>
            {can('enter-address') ? <Button onPress={onType}>{apply.addressOther}</Button> : null}
            <Act kind="primary" command={{ type: 'use-chip-address' }}>
              {apply.addressSame}
            </Act>
          </Actions>
        ) : (
          <Actions>
            <Act command={{ type: 'use-chip-address' }}>{apply.addressSame}</Act>
            <Act kind="primary" command={{ type: 'enter-address', address: typed }}>
              {apply.addressUseTyped}
            </Act>
          </Actions>
        )
      }
    >
      <AddressCard label={apply.addressOnCard} address={view.chipAddress} />
      {typed === null ? null : (
        <AddressCard
          label={apply.addressTyped}
          address={typed}
          after={
            can('enter-address') ? (
              <Button kind="small" onPress={onType} label={fields.changeField(apply.addressTyped)}>
                {fields.change}
              </Button>
            ) : null
          }
        />
      )}
    </Page>
  );
}

function AddressCard({ label, address, after }: { label: string; address: string; after?: ReactNode }) {
  return (
    <div className="address-card">
      <span>{label}</span>
      <b>{address}</b>
      {after}
    </div>
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
