import { type Decommissioning, type LeftBehind, STOPS } from '../../ports/maintenance/decommissioning.ts';
import { type Guide, type TaskEnd, type TaskScript, taskDone } from '../guide.ts';
import { isKioskName } from '../kiosk-name.ts';

type Leader = Guide<'decommission'>;
const givenUp: TaskEnd = { outcome: 'given-up', facts: {} };
const notEmpty: TaskEnd = { outcome: 'failed', facts: { why: 'not-empty' } };

/**
 * The end of a kiosk. What would be lost for a resident refuses it.
 *
 * - `what-is-left`: `look-again`, `give-up`, and `go-on` only where nothing stops it; facts: every number of LeftBehind,
 *   `stops` (how many of STOPS are not 0). `blanks` are to be taken along, `unsentAudit` is lost with the kiosk.
 * - `sure`: `yes`, `no`
 * - `enter-kiosk-name`: as it is written on the screen (fact `kioskName`), without spaces and signs; from here on the
 *   task must be finished
 * - `not-told`: `again`, `go-on`, `give-up`: the centre was not reached. Fact `why`: `not-told`, `not-enrolled`
 * - `destroy`: core ends; the next one destroys keys first, then everything else, and prints the proof
 * - `done`: fact `told` (`yes`, `no`); seen only where core did not end
 */
export const decommission =
  (port: Decommissioning): TaskScript<'decommission'> =>
  async (guide) => {
    if (!(await nothingStops(guide, port))) return givenUp;
    if ((await guide.choose('sure', ['yes', 'no'])) === 'no') return givenUp;
    const { kioskName } = port;
    await guide.enter(
      'enter-kiosk-name',
      'kiosk-name',
      { longest: 80, right: (text) => isKioskName(text, kioskName) },
      { kioskName },
    );
    const people = { technician: guide.technician, second: guide.second };
    // The centre takes nothing more of a kiosk that it knows to be given up: until the end nobody is served again.
    guide.mustFinish();
    const told = await centreTold(guide, port, people);
    if (told === 'given-up') return givenUp;
    if (told === 'not-empty') return notEmpty;
    const begun = await guide.act('destroy', 60, async () => {
      // Here is the last place to turn back.
      if (stopping(port.leftBehind()) > 0) return 'not-empty';
      await port.begin(people, told === 'told');
      return 'begun';
    });
    return begun === 'begun' ? taskDone({ told: told === 'told' ? 'yes' : 'no' }) : notEmpty;
  };

const stopping = (left: LeftBehind): number => STOPS.filter((one) => left[one] > 0).length;

async function nothingStops(guide: Leader, port: Decommissioning): Promise<boolean> {
  for (;;) {
    const left = await guide.look('what-is-left', 2, async () => port.leftBehind());
    const stops = stopping(left);
    const next = await guide.choose(
      'what-is-left',
      stops === 0 ? ['go-on', 'look-again', 'give-up'] : ['look-again', 'give-up'],
      { ...left, stops },
    );
    if (next !== 'look-again') return next === 'go-on';
  }
}

/** `given-up`: the centre does not know, and the kiosk stays. */
async function centreTold(
  guide: Leader,
  port: Decommissioning,
  people: Parameters<Decommissioning['tellCentre']>[0],
): Promise<'told' | 'untold' | 'not-empty' | 'given-up'> {
  for (;;) {
    const told = await guide.act('tell-centre', 15, async ({ signal }) =>
      // What came since the first look would reach nobody once the centre knows.
      stopping(port.leftBehind()) > 0 ? 'not-empty' : port.tellCentre(people, signal),
    );
    if (told === 'told' || told === 'not-empty') return told;
    const next = await guide.choose('not-told', ['again', 'go-on', 'give-up'], { why: told });
    if (next !== 'again') return next === 'go-on' ? 'untold' : 'given-up';
  }
}
