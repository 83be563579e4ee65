import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enrolAll } from '../../scripts/fleet/enrol-all.ts';
import { Fleet } from '../../scripts/fleet/fleet.ts';
import { FleetLink } from '../../scripts/fleet/link.ts';
import { rolloutPart } from '../../scripts/fleet/rollout.ts';
import { fleetSettings } from '../../scripts/fleet/settings.ts';
import { Tally } from '../../scripts/fleet/tally.ts';
import { beginTrust } from '../../scripts/fleet/trust.ts';
import { until } from '../../scripts/fleet/until.ts';
import { urgentPart } from '../../scripts/fleet/urgent.ts';
import { smallCentre } from './small-centre.ts';

const KIOSKS = 40;
const WITHIN_MS = 10_000;

/** Of this seed one kiosk returns and one refuses. */
const SEED = '3';
const folder = mkdtempSync(join(tmpdir(), 'yikatong-small-fleet-'));
const tally = new Tally();
let centre: Awaited<ReturnType<typeof smallCentre>>;
let link: FleetLink;
let fleet: Fleet;

beforeAll(async () => {
  centre = await smallCentre(folder);
  link = new FleetLink([centre.address], tally);
  const settings = fleetSettings(['--round', '1', '--sessions', '40000', '--seed', SEED]);
  const enrolled = await enrolAll(KIOSKS, centre.editor, link);
  fleet = new Fleet(enrolled, link, await beginTrust(centre.offices.root), settings);
  fleet.run();
}, 30_000);
afterAll(async () => {
  link.expected = false;
  await fleet.stop();
  link.close();
  await centre.close();
  rmSync(folder, { recursive: true, force: true });
});

/** One after the other: each begins where the one before left the fleet. */
describe('a fleet of forty against the real service', () => {
  it('INV-7 has an assignment each, from the director and for itself', async () => {
    expect(await until(() => fleet.kiosks.every(({ poller }) => poller.standing.newest > 0), WITHIN_MS)).toBe(
      true,
    );
    expect(tally.troubles()).toEqual({});
  });

  it('hears of a closed service at every kiosk', async () => {
    expect(await urgentPart(fleet, centre.editor)).toMatchObject({ urgentSeenBy: KIOSKS });
  });

  it('ends on target, or says why not, kiosk by kiosk', async () => {
    const { onTarget, withReason, withoutReason } = await rolloutPart(
      fleet,
      centre.editor,
      centre.approver,
      centre.offices,
    );
    const reasons = Object.values(withReason).reduce((sum, kiosks) => sum + kiosks, 0);
    expect([onTarget + reasons, withoutReason]).toEqual([KIOSKS, 0]);
    expect(Object.keys(withReason).sort()).toEqual(['refused', 'returned']);
    expect(tally.troubles()).toEqual({});
  });
});
