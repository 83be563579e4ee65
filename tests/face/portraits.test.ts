import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { liveFrames } from '../../scripts/clips/live-frames.ts';
import { portraitJpeg } from '../../scripts/clips/portrait-pictures.ts';
import { chipToLiveDistances } from '../../scripts/face/measure-portraits.ts';
import { type OpenFacePage, openFacePage } from '../../scripts/face/open-face-page.ts';
import { evaluateFolder } from '../../scripts/face-evaluate.ts';
import { descriptorDistance } from '../../src/face/distance.ts';
import { DEFAULT_CHALLENGE_LIMITS, DEFAULT_GATES } from '../../src/face/options.ts';
import { failingGates } from '../../src/face/quality-gates.ts';
import { CHIP_TO_LIVE } from '../../src/fictitious-residents/portrait-distances.ts';
import { FRONTAL, type Pose } from '../../src/fictitious-residents/portrait-features.ts';
import { PEOPLE, PERSON_NAMES, type PersonName } from '../../src/fictitious-residents/portrait-people.ts';

/** Measured values are pinned this closely: canvases of other versions smooth edges a little differently. */
const CLOSE = 0.05;
const LIMIT = 120_000;

let face: OpenFacePage;
beforeAll(async () => {
  face = await openFacePage();
}, LIMIT);
afterAll(() => face?.close());

function live(name: PersonName, pose: Partial<Pose> = {}, frame = 0): string {
  return face.serve(liveFrames(PEOPLE[name])({ shows: 'person', pose: { ...FRONTAL, ...pose } }, frame));
}

it('every drawn person passes the gates from the front and the turn to both sides', {
  timeout: LIMIT,
}, async () => {
  for (const name of PERSON_NAMES) {
    const front = (await face.call('look', live(name))).measures;
    const left = (await face.call('look', live(name, { yaw: 0.6 }, 1))).measures;
    const right = (await face.call('look', live(name, { yaw: -0.6 }, 2))).measures;
    expect(failingGates(front, DEFAULT_GATES), name).toEqual([]);
    expect([front.faces, left.faces, right.faces], name).toEqual([1, 1, 1]);
    const own = front.face?.turnRatio ?? Number.NaN;
    expect((left.face?.turnRatio ?? Number.NaN) - own, name).toBeGreaterThan(
      DEFAULT_CHALLENGE_LIMITS.turnDeviation,
    );
    expect(own - (right.face?.turnRatio ?? Number.NaN), name).toBeGreaterThan(
      DEFAULT_CHALLENGE_LIMITS.turnDeviation,
    );
  }
});

it('one person stays one person: smiling 0.15 apart at most, eyes closed within the continuity limit', {
  timeout: LIMIT,
}, async () => {
  for (const name of ['darkBroadMan', 'liWoman'] as const) {
    const [still, smiling, closed] = [
      await face.call('describe', live(name)),
      await face.call('describe', live(name, { smile: -8 }, 4)),
      await face.call('describe', live(name, { eyesOpen: 0 }, 3)),
    ];
    expect(descriptorDistance(still ?? [], smiling ?? [1]), name).toBeLessThan(0.15);
    expect(descriptorDistance(still ?? [], closed ?? [1]), name).toBeLessThan(
      DEFAULT_CHALLENGE_LIMITS.continuity,
    );
  }
});

/** The rest of the table is measured by `node scripts/face/measure-portraits.ts`. */
const MEASURED = ['plain', 'longHairedWoman', 'darkBroadMan', 'grandmother', 'moustachedDriver'] as const;

it('ID-5 chip portraits lie from live frames as far as the table says', { timeout: LIMIT }, async () => {
  const people = MEASURED.map((name) => PEOPLE[name]);
  const measured = await chipToLiveDistances(face, people);
  MEASURED.forEach((chip, row) => {
    MEASURED.forEach((person, column) => {
      const told = CHIP_TO_LIVE[chip][PERSON_NAMES.indexOf(person)] ?? Number.NaN;
      const off = Math.abs((measured[row]?.[column] ?? Number.NaN) - told);
      expect(off, `${chip} against ${person}`).toBeLessThan(CLOSE);
    });
  });
});

it('face:evaluate counts pairs of a folder with the same code', { timeout: LIMIT }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yikatong-faces-'));
  try {
    const rows = ['file,person,condition,notes'];
    for (const name of ['plain', 'darkBroadMan'] as const) {
      for (const quality of [60, 90]) {
        writeFileSync(
          join(folder, `${name}-${quality}.jpg`),
          portraitJpeg(PEOPLE[name], { width: 358, height: 441, quality }),
        );
        rows.push(`${name}-${quality}.jpg,${name},quality ${quality},"drawn, not a person"`);
      }
    }
    writeFileSync(join(folder, 'broken.jpg'), 'not a picture');
    rows.push('broken.jpg,nobody,damaged,');
    writeFileSync(join(folder, 'manifest.csv'), rows.join('\r\n'));
    const table = await evaluateFolder(folder);
    expect(table).toMatchObject({ people: 3, same: 2, different: 4, undetected: 1 });
    const at = 'thresholds' in table ? table.thresholds.find((one) => one.at === 0.48) : null;
    expect(at?.frr).toBe(0);
    expect(at?.far).toBe(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
