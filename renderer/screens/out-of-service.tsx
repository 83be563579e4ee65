import type { ViewOf } from '../../src/contracts/view.ts';
import { Hotlines } from '../design/hotlines.tsx';
import { Note } from '../design/note.tsx';
import { Page } from '../design/page.tsx';
import { useWords } from '../frame/kiosk-context.ts';
import { RestScene } from '../illustrations/scenes.tsx';

/** What does not mend itself: somebody has to come. */
const NEEDS_STAFF: ReadonlySet<string> = new Set(['invariant-violated', 'disk-full', 'disk-not-writable']);

/** Nothing works now: say so, why, and where else to go. */
export function OutOfService({ view }: { view: ViewOf<'out-of-service'> }) {
  const { outOfService, home } = useWords();
  return (
    <Page
      title={outOfService.title}
      lead={
        view.reasons.some((reason) => NEEDS_STAFF.has(reason))
          ? outOfService.leadUntilChecked
          : outOfService.lead
      }
      picture={<RestScene label={outOfService.title} />}
      note={
        <>
          {view.reasons.length === 0 ? null : (
            <Note tone="warn">
              <div className="note-head">{outOfService.because}</div>
              {view.reasons.map((reason) => (
                <div key={reason}>{home.reasons[reason]}</div>
              ))}
            </Note>
          )}
          <p>{outOfService.now}</p>
          <Hotlines hotlines={view.hotlines} />
        </>
      }
    />
  );
}
