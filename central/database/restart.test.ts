import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../src/calendar/calendar-day.ts';
import { activation, application, cardOf, GOOD_PIN } from '../bench-operations.ts';
import { centralBench } from '../central-bench.ts';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'central-restart-'));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe('the database file', () => {
  it('INV-4 remembers every key after a restart, and holds no PIN, code or token', async () => {
    const databasePath = join(directory, 'central.sqlite');
    const key = randomUUID();
    const secrets: string[] = [];
    let body: object;
    let outcome: object;
    {
      await using bench = await centralBench({ databasePath });
      body = activation(bench.resident('activate-3.0'));
      outcome = (await bench.call('PUT', `/v1/operations/${key}`, body)).body;
      expect(outcome).toMatchObject({ state: 'done' });
      const applicant = bench.resident('apply-plain-1');
      await bench.call('PUT', `/v1/operations/${randomUUID()}`, application(applicant));
      const sent = await bench.call('POST', '/v1/sms-codes', {
        mobile: '19900000099',
        purpose: 'application',
      });
      const code = /\d{6}/.exec(bench.central.dev?.messages()[0]?.text ?? '')?.[0] ?? '';
      const verification = `/v1/sms-codes/${String(sent.body.challengeId)}/verifications`;
      const confirmed = await bench.call('POST', verification, { code });
      const { enrolment, token } = bench.first;
      secrets.push(GOOD_PIN, cardOf(bench.resident('activate-3.0')).initialPin, token, enrolment.code);
      secrets.push(String(confirmed.body.confirmation));
      const bytes = readdirSync(directory).map((file) => readFileSync(join(directory, file), 'latin1'));
      for (const secret of secrets) expect(bytes.join('')).not.toContain(secret);
    }
    await using again = await centralBench({ databasePath });
    expect((await again.call('PUT', `/v1/operations/${key}`, body)).body).toEqual(outcome);
    expect((await again.call('GET', `/v1/operations/${key}`)).body).toEqual(outcome);
    const residents = (await again.central.dev?.residents())?.residents ?? [];
    expect(residents.find((one) => one.id === 'apply-plain-1')?.applicationNumber).toMatch(/^SQ20261122-/);
  });

  it('ID-2 residents are made anew when the day has changed, so that their ages stay true', async () => {
    const databasePath = join(directory, 'days.sqlite');
    {
      await using today = await centralBench({ databasePath });
      expect((await today.central.dev?.residents())?.seededFor).toBe('2026-11-22');
      await today.central.dev?.reset(day('2026-11-20'));
    }
    await using later = await centralBench({ databasePath });
    expect((await later.central.dev?.residents())?.seededFor).toBe('2026-11-22');
  });
});
