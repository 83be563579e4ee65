import type { ViewOf } from '../../src/contracts/view.ts';
import { DigitCells } from '../design/large-field.tsx';
import { Note } from '../design/note.tsx';
import { Page } from '../design/page.tsx';
import { Act, Actions } from '../frame/act.tsx';
import { useWords } from '../frame/kiosk-context.ts';
import { InsertSocialCard, ShieldedPinPad } from '../illustrations/devices.tsx';
import { AcceptorSlot } from '../illustrations/gates.tsx';
import { MessageScene } from '../illustrations/scenes.tsx';

/** ACT-1: the card, chip up; one put in upside down is shown the way to turn it. */
export function PresentSocialCard({ view }: { view: ViewOf<'present-social-card'> }) {
  const { activate, frame } = useWords();
  const reading = view.phase === 'reading';
  const acceptor = view.slot === 'acceptor';
  const swaps = view.service === 'swap' || view.service === 'exchange';
  const turned = view.problem === 'mute' && !reading;
  return (
    <Page
      title={reading ? activate.readingTitle : activate.presentTitle}
      lead={
        reading
          ? acceptor
            ? activate.acceptorReading
            : activate.readingLead
          : acceptor
            ? activate.acceptorLead
            : activate.presentLead
      }
      picture={
        acceptor ? (
          <AcceptorSlot label={activate.acceptorPicture} turned={turned} reading={reading} />
        ) : (
          <InsertSocialCard
            label={turned ? activate.turnPicture : activate.presentPicture}
            turned={turned}
            reading={reading}
          />
        )
      }
      note={
        view.problem === null ? (
          <Note>{acceptor ? (swaps ? activate.keepsAtTheEnd : activate.givesBack) : activate.keepIn}</Note>
        ) : (
          <Note tone="warn">{activate.cardProblems[view.problem]}</Note>
        )
      }
      actions={
        <Act className="wide" command={{ type: 'try-again' }}>
          {frame.tryAgain}
        </Act>
      }
    />
  );
}

/** ACT-3, ACT-4: typed on the pad; the screen only knows how many digits. */
export function Pin({ view }: { view: ViewOf<'pin'> }) {
  const { activate, frame } = useWords();
  return (
    <Page
      title={activate.pinTitle[view.round]}
      lead={activate.pinLead(view.of)}
      picture={<ShieldedPinPad label={activate.pinPicture} />}
      note={
        <>
          {view.problem === null ? null : (
            <Note tone="warn">
              <div className="note-head">{activate.pinProblems[view.problem]}</div>
              {activate.pinTriesLeft(view.triesLeft)}
            </Note>
          )}
          {view.problem === null ? (
            <Note>
              <p className="note-head">{activate.pinShield}</p>
              {view.round === 'first' ? <p>{activate.pinRules}</p> : null}
            </Note>
          ) : null}
        </>
      }
      actions={
        <Act className="wide" command={{ type: 'try-again' }}>
          {frame.tryAgain}
        </Act>
      }
    >
      <DigitCells
        label={activate.pinDigits(view.digits, view.of)}
        cells={Array.from({ length: view.digits }, () => '●')}
        of={view.of}
      />
    </Page>
  );
}

/** ACT-7 */
export function BalanceSms({ view }: { view: ViewOf<'balance-sms'> }) {
  const { activate } = useWords();
  return (
    <Page
      title={activate.balanceTitle}
      lead={
        view.mobileMasked === null ? activate.balanceLeadNoMobile : activate.balanceLead(view.mobileMasked)
      }
      picture={<MessageScene label={activate.balanceTitle} />}
      actions={
        <Actions>
          <Act command={{ type: 'choose-balance-sms', wanted: false }}>{activate.balanceNo}</Act>
          <Act kind="primary" command={{ type: 'choose-balance-sms', wanted: true }}>
            {activate.balanceYes}
          </Act>
        </Actions>
      }
    />
  );
}
