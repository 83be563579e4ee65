import type { ViewOf } from '../../src/contracts/view.ts';
import { AnswerList } from '../design/answer-list.tsx';
import { Note } from '../design/note.tsx';
import { Page } from '../design/page.tsx';
import { Act } from '../frame/act.tsx';
import { useWords } from '../frame/kiosk-context.ts';
import { IdCardScene, PlaceIdCard } from '../illustrations/devices.tsx';
import { dayInWords } from './field-value.ts';

/** ID-1: identity from the chip. The moving picture shows where the card goes. */
export function PresentIdCard({ view }: { view: ViewOf<'present-id-card'> }) {
  const { identity, frame } = useWords();
  const reading = view.phase === 'reading';
  return (
    <Page
      title={reading ? identity.readingTitle : identity.presentTitle}
      lead={reading ? identity.readingLead : identity.presentLead}
      picture={<PlaceIdCard label={identity.presentPicture} reading={reading} />}
      note={
        view.problem === null ? (
          <Note>{identity.chipOnly}</Note>
        ) : (
          <Note tone="warn">{identity.problems[view.problem]}</Note>
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

/** Masked, with other people's view in mind. */
export function WhoYouAre({ view }: { view: ViewOf<'who-you-are'> }) {
  const { identity, fields, frame } = useWords();
  return (
    <Page
      title={identity.whoTitle}
      lead={identity.whoLead}
      picture={<IdCardScene label={identity.whoTitle} />}
      note={<Note>{identity.whoKeepCard}</Note>}
      actions={
        <Act kind="primary" className="wide" command={{ type: 'confirm' }}>
          {frame.confirm}
        </Act>
      }
    >
      <AnswerList
        answers={[
          { key: 'document', label: identity.document, value: identity.documents[view.documentKind] },
          { key: 'name', label: identity.name, value: view.nameMasked },
          { key: 'number', label: identity.number, value: view.numberMasked },
          {
            key: 'validity',
            label: identity.validity,
            value:
              view.validTo === null ? identity.longTerm : identity.validTo(dayInWords(fields, view.validTo)),
          },
        ]}
      />
    </Page>
  );
}
