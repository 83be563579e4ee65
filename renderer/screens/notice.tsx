import './choose.css';
import type { ReactNode } from 'react';
import { NOTICE_FACTS, type NoticeFacts, type Notice as NoticeOf } from '../../src/contracts/screen-words.ts';
import type { ViewOf } from '../../src/contracts/view.ts';
import { Hotlines } from '../design/hotlines.tsx';
import { Note } from '../design/note.tsx';
import { Page } from '../design/page.tsx';
import { Points } from '../design/points.tsx';
import { Act, Actions } from '../frame/act.tsx';
import { useRoom, useWords } from '../frame/kiosk-context.ts';
import { BlockedCardScene, LostCardScene, VoidCardScene } from '../illustrations/card-scenes.tsx';
import { AcceptorSlot } from '../illustrations/gates.tsx';
import { Seal } from '../illustrations/seal.tsx';
import { OutletsScene, TellPayersScene } from '../illustrations/service-scenes.tsx';
import type { Catalogue } from '../texts/catalogue.ts';
import { dayInWords, yuanOf } from './field-value.ts';

const PICTURES: Record<NoticeOf, (label: string) => ReactNode> = {
  'link-down-not-blocked': (label) => <LostCardScene label={label} />,
  'formal-loss': (label) => <BlockedCardScene label={label} />,
  'temporary-loss': (label) => <BlockedCardScene label={label} />,
  'replacement-voids-old-card': (label) => <VoidCardScene label={label} />,
  'new-account-tell-payers': (label) => <TellPayersScene label={label} />,
  'old-card-is-kept': (label) => <AcceptorSlot label={label} turned={false} reading={false} />,
  'card-to-collect': (label) => <OutletsScene label={label} />,
  'undo-loss': (label) => <BlockedCardScene label={label} open />,
  'ends-older-card': (label) => <VoidCardScene label={label} />,
  'many-replacements': (label) => <LostCardScene label={label} />,
};

/** Something to know before it happens: what, what it means, then on or not. */
export function Notice({ view }: { view: ViewOf<'notice'> }) {
  const { notice, fields, receipt } = useWords();
  const { landscape } = useRoom();
  const { title, points, yes } = notice.words[view.what];
  const unblocked = view.what === 'link-down-not-blocked';
  const picture = PICTURES[view.what](title);
  return (
    <Page
      title={title}
      sign={<Seal state="attention" />}
      {...(landscape ? {} : { picture })}
      centred
      note={landscape ? <div className="choose-picture">{picture}</div> : null}
      actions={
        <Actions>
          <Act command={{ type: 'cancel' }}>{notice.no}</Act>
          <Act kind="primary" command={{ type: 'confirm' }}>
            {yes}
          </Act>
        </Actions>
      }
    >
      <div className="notice-points">
        <Points points={points(factsInWords(view.facts, fields))} numbered />
      </div>
      {unblocked ? (
        <Note tone="warn">
          <div className="note-head">{receipt.callNow}</div>
          <Hotlines hotlines={view.hotlines} />
        </Note>
      ) : null}
    </Page>
  );
}

/** Days as people say them, fen as yuan; the rest as it came. */
function factsInWords(facts: NoticeFacts, fields: Catalogue['fields']): NoticeFacts {
  return Object.fromEntries(
    NOTICE_FACTS.flatMap((fact) => {
      const value = facts[fact];
      if (value === undefined) return [];
      return [[fact, fact === 'feeFen' ? fields.feeYuan(yuanOf(Number(value))) : dayInWords(fields, value)]];
    }),
  );
}
