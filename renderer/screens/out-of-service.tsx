import './out-of-service.css';
import type { TILE_REASONS, ViewOf } from '../../src/contracts/view.ts';
import { Hotlines } from '../design/hotlines.tsx';
import { Note } from '../design/note.tsx';
import { Page } from '../design/page.tsx';
import { Places } from '../design/places.tsx';
import { useRoom, useWords } from '../frame/kiosk-context.ts';
import { dayAndTime } from '../frame/moment.ts';
import { RestScene } from '../illustrations/scenes.tsx';
import type { Catalogue } from '../texts/catalogue.ts';

type Reason = (typeof TILE_REASONS)[number];

/** What does not mend itself: somebody has to come. */
const NEEDS_STAFF: ReadonlySet<Reason> = new Set(['invariant-violated', 'disk-full', 'disk-not-writable']);

/** What the lead says already is not said again as a reason. */
const SAID_BY_LEAD: ReadonlySet<Reason> = new Set([
  'maintenance',
  'closed-by-centre',
  'revoked',
  'decommissioned',
]);

/** What to expect: the gravest reason says it, and nobody is promised what will not come. */
function leadOf(reasons: readonly Reason[], words: Catalogue['outOfService']): string {
  if (reasons.includes('decommissioned')) return words.leadForEver;
  if (reasons.includes('revoked')) return words.leadRevoked;
  if (reasons.some((reason) => NEEDS_STAFF.has(reason))) return words.leadUntilChecked;
  if (reasons.includes('maintenance')) return words.leadMaintenance;
  if (reasons.includes('closed-by-centre')) return words.leadClosedByCentre;
  if (reasons.includes('closed-by-technician')) return words.leadClosed;
  return words.lead;
}

/** Nothing works now: say so, since when, why, and where else to go. */
export function OutOfService({ view }: { view: ViewOf<'out-of-service'> }) {
  const { outOfService, home } = useWords();
  const { elder, landscape } = useRoom();
  const { reasons, since, counters } = view;
  const forEver = reasons.includes('decommissioned') || reasons.includes('revoked');
  const title = forEver ? outOfService.titleForEver : outOfService.title;
  const because = reasons.filter((reason) => !SAID_BY_LEAD.has(reason));
  const places =
    counters.length === 0 ? null : (
      <Places places={counters.slice(0, elder || landscape ? 2 : 3)} perPage={3} />
    );
  const moment = since === null ? null : dayAndTime(since, view.language);
  return (
    <Page
      title={title}
      lead={leadOf(reasons, outOfService)}
      picture={<RestScene label={title} />}
      note={
        <>
          {because.length === 0 && moment === null ? null : (
            <Note tone="warn">
              {moment === null ? null : (
                <div className="out-of-service-since">
                  {forEver ? outOfService.sinceForEver(moment) : outOfService.since(moment)}
                </div>
              )}
              {because.length === 0 ? null : <div className="note-head">{outOfService.because}</div>}
              {because.map((reason) => (
                <div key={reason}>{home.reasons[reason]}</div>
              ))}
            </Note>
          )}
          <p>{outOfService.now}</p>
          {landscape ? null : places}
          <Hotlines hotlines={view.hotlines} />
        </>
      }
    >
      {landscape ? places : null}
    </Page>
  );
}
