import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayInShanghai } from '../../src/calendar/calendar-day.ts';
import type {
  ContributionRecordsAnswer,
  InsuranceRecordsAnswer,
  ResidentApplicationsAnswer,
} from '../../src/contracts/central/queries.ts';
import { INSURANCE_TYPES, type InsuranceType } from '../../src/policy/closed-sets.ts';
import { type CentralBench, centralBench } from '../central-bench.ts';

let bench: CentralBench;
beforeAll(async () => {
  bench = await centralBench();
});
afterAll(() => bench.central.close());

const numberOf = (id: string): string => bench.resident(id).socialSecurityNumber;
const about = async (what: string, body: object) =>
  (await bench.call('POST', `/v1/residents/${what}`, body)).body;
const insurance = async (id: string, type: InsuranceType, year: number): Promise<InsuranceRecordsAnswer> =>
  (await about('insurance-records', {
    socialSecurityNumber: numberOf(id),
    type,
    year,
  })) as InsuranceRecordsAnswer;
const contributions = async (id: string, type: InsuranceType, year: number) =>
  (
    (await about('contribution-records', {
      socialSecurityNumber: numberOf(id),
      type,
      year,
    })) as unknown as ContributionRecordsAnswer
  ).rows;

describe('REC-1 own records', () => {
  it.each(INSURANCE_TYPES)('REC-1 %s: months of a year agree with what was paid in it', async (type) => {
    for (const year of [1994, 2012, 2025, 2026, 2027]) {
      const rows = await contributions('apply-elder', type, year);
      const paid = rows.filter((row) => row.paid).length;
      expect((await insurance('apply-elder', type, year)).monthsInYear).toBe(paid);
      expect(rows.map((row) => row.month)).toEqual(rows.map((row) => row.month).toSorted());
      for (const row of rows) expect(row.month.slice(0, 4)).toBe(String(year));
      if (year > 2026 || year < 1995) expect(rows).toEqual([]);
    }
  });

  it('REC-1 all months are those of every year together', async () => {
    const { insuredSince, monthsInAll, status } = await insurance('apply-plain-1', 'pension', 2026);
    let sum = 0;
    for (let year = 1990; year <= 2026; year += 1) {
      sum += (await insurance('apply-plain-1', 'pension', year)).monthsInYear;
    }
    expect(monthsInAll).toBe(sum);
    expect(sum).toBeGreaterThan(12);
    expect(status).not.toBe('not-insured');
    expect(insuredSince).toMatch(/^20(0[89]|1[0-4])-\d{2}-01$/);
  });

  it('REC-1 the same answer whenever it is asked for, another for another person', async () => {
    const first = await contributions('apply-plain-1', 'pension', 2025);
    expect(first).toEqual(await contributions('apply-plain-1', 'pension', 2025));
    expect(first).toHaveLength(12);
    expect(first).not.toEqual(await contributions('apply-plain-2', 'pension', 2025));
    for (const { baseFen, personalFen, employerFen } of first) {
      expect(Number.isInteger(personalFen + employerFen)).toBe(true);
      expect(personalFen).toBeLessThan(employerFen);
      expect(employerFen).toBeLessThan(baseFen);
    }
  });

  it('REC-1 nobody is in every insurance, and everyone is in some', async () => {
    const people = ['apply-plain-1', 'apply-plain-2', 'apply-plain-3', 'activate-3.0', 'apply-elder'];
    const states = new Set<string>();
    for (const person of people) {
      for (const type of INSURANCE_TYPES) states.add((await insurance(person, type, 2025)).status);
      expect((await insurance(person, 'medical', 2025)).status).not.toBe('not-insured');
    }
    expect([...states].sort()).toEqual(['insured', 'not-insured', 'paused']);
  });

  it('REC-1 has nothing on somebody nobody knows, and nothing on the very young', async () => {
    const nobody = { socialSecurityNumber: '460199199001019998', type: 'medical', year: 2025 };
    expect(await about('contribution-records', nobody)).toEqual({ rows: [] });
    expect(await about('insurance-records', nobody)).toMatchObject({ status: 'not-insured', monthsInAll: 0 });
    expect((await insurance('apply-15-and-364-days', 'medical', 2025)).status).toBe('not-insured');
  });
});

describe('PROG-1, PROG-2 progress', () => {
  const progressOf = async (id: string) =>
    (
      (await about('applications', {
        socialSecurityNumber: numberOf(id),
      })) as unknown as ResidentApplicationsAnswer
    ).applications;

  it.each(['accepted', 'identity-check', 'account-opening', 'production', 'delivery'])(
    'PROG-1 %s: where it is and by when',
    async (step) => {
      expect(await progressOf(`progress-${step}`)).toMatchObject([
        {
          number: expect.stringMatching(/^SQ20261115-/),
          purpose: 'application',
          acceptedOn: '2026-11-15',
          step,
          failure: null,
          readyBy: '2026-12-25',
          collectBy: null,
          outlet: 'counter',
        },
      ]);
    },
  );

  it('PROG-1 ready: where and until when (M A12)', async () => {
    const today = dayInShanghai(bench.now());
    expect(await progressOf('progress-ready')).toMatchObject([
      { step: 'ready', failure: null, collectBy: addDays(today, 180), outlet: 'counter' },
    ]);
  });

  it('PROG-2 failed: at which step and why, with no day promised; mended: on its way again', async () => {
    const [failed] = await progressOf('progress-failed-photo');
    expect(failed).toMatchObject({ step: 'production', failure: 'photo', readyBy: null });
    const path = `/dev/card-requests/${failed?.number}/failure`;
    await bench.send('POST', path, { failure: 'name-mismatch' });
    expect(await progressOf('progress-failed-photo')).toMatchObject([{ failure: 'name-mismatch' }]);
    await bench.send('POST', path, { failure: null });
    expect(await progressOf('progress-failed-photo')).toMatchObject([
      { failure: null, readyBy: '2026-12-25' },
    ]);
    expect((await bench.send('POST', '/dev/card-requests/BK-0/failure', { failure: null })).status).toBe(404);
  });

  it('PROG-1 nothing under way: an empty list', async () => {
    expect(await progressOf('apply-plain-1')).toEqual([]);
  });
});

describe('INFO-1 contact data', () => {
  it('INFO-1 is masked before it leaves', async () => {
    const resident = bench.resident('apply-has-card');
    const answer = await about('contact-data', { socialSecurityNumber: resident.socialSecurityNumber });
    expect(answer.mobileMasked).toBe(`199 ＊＊＊＊ ${resident.mobile.slice(-4)}`);
    expect(JSON.stringify(answer)).not.toContain(resident.mobile);
    expect(answer.occupation).toBe(resident.file.occupation);
    const { residentialAddress } = resident.file;
    if (residentialAddress !== null) expect(answer.residentialAddressMasked).toMatch(/＊/);
  });

  it('INFO-1 is empty for somebody nobody knows', async () => {
    expect(await about('contact-data', { socialSecurityNumber: '460199199001019998' })).toEqual({
      mobileMasked: null,
      occupation: null,
      residentialAddressMasked: null,
    });
  });
});
