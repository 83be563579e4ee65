import type { ViewOf } from '../../src/contracts/view.ts';
import { Note } from '../design/note.tsx';
import { Page } from '../design/page.tsx';
import { Places } from '../design/places.tsx';
import { Points } from '../design/points.tsx';
import { Act, Actions } from '../frame/act.tsx';
import { useRoom, useWords } from '../frame/kiosk-context.ts';
import { FaceScene } from '../illustrations/scenes.tsx';

/** ID-6: consent stands on a screen of its own, and no is as easy as yes. */
export function FaceConsent({ view }: { view: ViewOf<'face-consent'> }) {
  const { face } = useWords();
  return (
    <Page
      title={face.consentTitle}
      lead={face.consentLead}
      picture={<FaceScene label={face.consentTitle} />}
      note={<Note>{face.consentTries(view.tries)}</Note>}
      actions={
        <Actions>
          <Act command={{ type: 'decline-face' }}>{face.consentNo}</Act>
          <Act kind="primary" command={{ type: 'consent-to-face' }}>
            {face.consentYes}
          </Act>
        </Actions>
      }
    >
      <Points points={face.consentPoints} />
    </Page>
  );
}

/** Not passed, but tries are left. */
export function FaceAgain({ view }: { view: ViewOf<'face-again'> }) {
  const { face, frame } = useWords();
  const { what, now } = face.again[view.why];
  return (
    <Page
      title={face.againTitle}
      lead={what}
      picture={<FaceScene label={what} />}
      note={<Note>{face.againLeft(Math.max(0, view.of - view.attempt))}</Note>}
      actions={
        <Actions>
          <Act command={{ type: 'decline-face' }}>{face.consentNo}</Act>
          <Act kind="primary" command={{ type: 'try-again' }}>
            {frame.tryAgain}
          </Act>
        </Actions>
      }
    >
      <Points points={[now, face.againSafe]} />
    </Page>
  );
}

/** ID-6: face is never the only door. */
export function WithoutFace({ view }: { view: ViewOf<'without-face'> }) {
  const { face, frame } = useWords();
  const { elder, landscape } = useRoom();
  return (
    <Page
      title={face.withoutTitle}
      lead={face.without[view.why]}
      note={<Note>{face.withoutSlip}</Note>}
      actions={
        <Actions>
          <Act command={{ type: 'finish' }}>{frame.understood}</Act>
          <Act command={{ type: 'try-again' }}>{frame.tryAgain}</Act>
          {view.staffCheck ? <Act command={{ type: 'confirm' }}>{face.withoutStaffAsk}</Act> : null}
          <Act kind="primary" command={{ type: 'print-slip' }}>
            {face.withoutPrint}
          </Act>
        </Actions>
      }
    >
      <p>{face.withoutLead}</p>
      {view.staffCheck ? <p>{face.withoutStaff}</p> : null}
      <p className="section-head">{face.counters}</p>
      <Places places={view.counters} perPage={(elder ? 2 : landscape ? 2 : 4) - (view.staffCheck ? 1 : 0)} />
    </Page>
  );
}
