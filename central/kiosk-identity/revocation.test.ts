import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  assignedBy,
  type DirectorBench,
  directorBench,
  LONG_WAIT_SECONDS,
  pollOf,
} from '../director/director-bench.ts';
import { benchDocument } from '../director/trust-bench.ts';
import { revokeKiosk } from '../fleet/kiosk-changes.ts';

const NOTICES = benchDocument({ kind: 'notices', line: 'hainan', version: 3 }, { notices: [] });
/** Reachable by anybody: they say nothing of a kiosk, and what they give a revoked one is tested apart. */
const OPEN = ['GET /v1/health', 'POST /v1/enrolments', 'POST /v1/tokens'];

let bench: DirectorBench;
beforeEach(async () => {
  bench = await directorBench();
});
afterEach(() => bench[Symbol.asyncDispose]());

const revoke = () => revokeKiosk(bench.central.foundations, 'O-0001', bench.first.kioskId, '被盗');

describe('a stolen kiosk that was revoked', () => {
  it.each(['its tokens are gone with it', 'a token has outlived it'])(
    'can do nothing at any route there is, where %s',
    async (where) => {
      await bench.target(NOTICES);
      await bench.poll();
      await revoke();
      const kept = where === 'a token has outlived it';
      const [status, code] = kept ? [403, 'kiosk-revoked'] : [401, 'unauthorised'];
      if (kept) {
        // As if it had been issued in the same moment, by a process that had not heard of it.
        await bench.rows
          .updateTable('kiosk')
          .set({ revoked_at: null })
          .where('kiosk_id', '=', bench.first.kioskId)
          .execute();
        await bench.advanceDays(0);
        await bench.rows
          .updateTable('kiosk')
          .set({ revoked_at: '2026-11-22T04:00:00.000Z' })
          .where('kiosk_id', '=', bench.first.kioskId)
          .execute();
      }
      const { body } = await bench.send('GET', '/openapi.json');
      const routes = Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
      );
      const guarded = routes.filter((route) => route.includes(' /v1/') && !OPEN.includes(route));
      expect(guarded.length).toBeGreaterThanOrEqual(25);
      for (const route of guarded) {
        const [method = '', path = ''] = route.split(' ');
        const filled = path.replace('{sha256}', NOTICES.sha256).replaceAll(/\{\w+\}/g, 'some-key-1');
        const answer = await bench.call(method, filled, method === 'GET' ? undefined : {});
        expect([route, answer.status, answer.body.code]).toEqual([route, status, code]);
      }
    },
  );

  it('is told so when it signs in, and nobody without its key is', async () => {
    const { assertion } = bench.first;
    await revoke();
    const told = await bench.send('POST', '/v1/tokens', { assertion: await assertion() });
    expect([told.status, told.body.code]).toEqual([403, 'kiosk-revoked']);
    const [head, payload] = (await assertion()).split('.');
    const [, , signature] = (await (await bench.kiosk()).assertion()).split('.');
    const stranger = await bench.send('POST', '/v1/tokens', { assertion: `${head}.${payload}.${signature}` });
    expect([stranger.status, stranger.body.code]).toEqual([401, 'assertion-invalid']);
  });

  it('is not enrolled again with its code, nor by a new code with its key', async () => {
    const { enrolment } = bench.first;
    await revoke();
    const again = await bench.send('POST', '/v1/enrolments', enrolment);
    expect([again.status, again.body.code]).toEqual([403, 'kiosk-revoked']);
    const { code } = await bench.central.mintEnrolmentCode();
    const anew = await bench.send('POST', '/v1/enrolments', { ...enrolment, code });
    expect([anew.status, anew.body.code]).toEqual([403, 'kiosk-revoked']);
    const { enrolled } = await bench.kiosk();
    expect(enrolled.status).toBe(200);
  });

  it('has its open poll ended at once, and every other kiosk learns of it', async () => {
    bench.momentHasPassed();
    const other = await bench.patientKiosk();
    await bench.poll();
    await bench.poll(pollOf(), other.token);
    const held = bench.call(
      'POST',
      '/v1/configuration/polls',
      pollOf({ assignment: 1 }, { waitSeconds: LONG_WAIT_SECONDS }),
    );
    const others = bench.poll(pollOf({ assignment: 1 }, { waitSeconds: LONG_WAIT_SECONDS }), other.token);
    await expect.poll(() => bench.central.waitingPolls()).toBe(2);
    await revoke();
    const ended = await held;
    expect([ended.status, ended.body.code]).toEqual([403, 'kiosk-revoked']);
    expect(assignedBy(await others).revokedKiosks).toEqual([bench.first.kioskId]);
  });
});
