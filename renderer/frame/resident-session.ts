import type { MaintenancePage } from '../../src/contracts/maintenance/page.ts';
import type { Screen, View } from '../../src/contracts/view.ts';

/** Screens on which no resident is being served: what was typed before them belongs to nobody after them. */
const BETWEEN: ReadonlySet<Screen> = new Set(['welcome', 'ended', 'out-of-service', 'maintenance']);

/** Which resident, counted since the page was loaded, and which screen of theirs. Used as React keys (INV-6). */
export interface Place {
  readonly resident: number;
  readonly screen: Screen;
  /** Counts screens entered, so that coming back to one finds it empty. */
  readonly visit: number;
}

/** Where the next view stands, from where the last one stood. */
export function placeOf(view: View, before: Place | null): Place {
  if (before === null) return { resident: 0, screen: view.screen, visit: 0 };
  const ended = BETWEEN.has(view.screen) && !BETWEEN.has(before.screen);
  const moved = view.screen !== before.screen;
  return {
    resident: before.resident + (ended ? 1 : 0),
    screen: view.screen,
    visit: before.visit + (moved ? 1 : 0),
  };
}

/** A screen that asks again starts empty again: the same screen after a wrong code, the second PIN round. */
export function askedAgain(view: View): string {
  switch (view.screen) {
    case 'sms-code':
      return `${view.triesLeft} ${view.problem}`;
    case 'choose':
      return view.question;
    case 'notice':
      return view.what;
    case 'help-topic':
      return view.question;
    case 'counter-topic':
      return view.title;
    case 'face':
      return `${view.attempt}`;
    case 'maintenance':
      return pageAsked(view.page);
    default:
      return '';
  }
}

/** A technician's page that asks anew starts empty: the PIN after a wrong one, the second of two counts. */
function pageAsked(page: MaintenancePage): string {
  switch (page.page) {
    case 'sign-in':
      return `sign-in ${page.person} ${page.step} ${page.problem} ${page.checking}`;
    case 'task':
      return `task ${page.kind} ${page.step} ${page.ask.kind}`;
    default:
      return page.page;
  }
}
