import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATOR_ROLES } from '../../src/contracts/console/roles.ts';
import type { PolicyPack } from '../../src/policy/policy-pack.ts';
import { consoleFrame } from '../console-api/console-frame.ts';
import { type HttpApp, newHttpApp } from '../http/http-app.ts';
import { answerWithProblems } from '../http/problem-answers.ts';
import { centralLog } from '../log.ts';
import { APPROVER, EDITOR, releaseBench, SIGNER } from './release-bench.ts';
import { routesOfReleases } from './routes.ts';

type Bench = Awaited<ReturnType<typeof releaseBench>>;
let bench: Bench;
let app: HttpApp;
beforeAll(async () => {
  bench = await releaseBench();
  app = newHttpApp(centralLog({ write: () => undefined }));
  answerWithProblems(app);
  await app.register(async (scope) => {
    scope.decorateRequest('consoleSession', null);
    // The door's part is tested where the door is: here everybody is let in as whom they name.
    scope.addHook('onRequest', async (request) => {
      const operatorId = String(request.headers['x-operator']);
      request.consoleSession = {
        ...{ operatorId, login: operatorId, name: operatorId, roles: [...OPERATOR_ROLES] },
        ...{ sessionHash: '', csrf: '', seenAt: '', endsAt: '' },
      };
    });
    routesOfReleases(consoleFrame(scope as HttpApp), bench.foundations);
  });
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await bench[Symbol.asyncDispose]();
});

async function ask(operator: string, method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object) {
  const response = await app.inject({
    method,
    url: `/console/api${path}`,
    headers: { 'x-operator': operator },
    ...(body && { payload: body }),
  });
  return { status: response.statusCode, body: response.json() };
}

describe('INV-7 releases over HTTP', () => {
  it('goes from the shipped pack to a signed one, step by step', async () => {
    const shipped = await ask(EDITOR, 'GET', '/documents/policy-pack/hainan');
    expect(shipped).toMatchObject({ status: 200, body: { version: 0, content: { id: 'hainan' } } });
    const content = shipped.body.content as PolicyPack;
    content.face.tries = 2;
    const begun = await ask(EDITOR, 'POST', '/releases', { title: '比对次数', reason: '省厅通知' });
    const { releaseId } = begun.body.release;
    const path = `/releases/${releaseId}`;
    const draft = { ...bench.draftOf(content) };
    const name = { kind: 'policy-pack', line: 'hainan' };
    expect((await ask(EDITOR, 'POST', '/documents/check', { ...name, ...draft })).body.faults).toEqual([]);
    const put = await ask(EDITOR, 'PUT', `${path}/documents/policy-pack/hainan`, { revision: 0, ...draft });
    expect(put.body).toMatchObject({ done: true, release: { revision: 1 } });
    expect((await ask(EDITOR, 'POST', `${path}/replay`)).body).toMatchObject({
      done: true,
      replay: { of: 0 },
    });
    expect((await ask(EDITOR, 'POST', `${path}/submission`, { revision: 1 })).body.done).toBe(true);
    const own = await ask(EDITOR, 'POST', `${path}/approval`, { revision: 2 });
    expect(own.body).toMatchObject({ done: false, refusal: 'own-draft' });
    expect((await ask(APPROVER, 'POST', `${path}/approval`, { revision: 2 })).body.done).toBe(true);
    for (const office of [bench.offices.officeA, bench.offices.officeB]) {
      const { body } = await ask(SIGNER, 'GET', `${path}/payloads`);
      const [{ payload, payloadSha256 }] = body.payloads;
      const signature = { ...name, payloadSha256, ...(await office.sign(payload)) };
      expect((await ask(SIGNER, 'POST', `${path}/signatures`, signature)).body.done).toBe(true);
    }
    const signed = await ask('O-0009', 'GET', path);
    expect(signed).toMatchObject({ status: 200, body: { state: 'signed', documents: [{ version: 2 }] } });
    const list = await ask('O-0009', 'GET', '/releases?state=signed');
    expect(list.body.releases).toHaveLength(1);
    const newest = await ask('O-0009', 'GET', '/documents');
    expect(newest.body.documents).toContainEqual(
      expect.objectContaining({ ...name, version: 2, sha256: signed.body.documents[0].sha256 }),
    );
    expect((await ask('O-0009', 'GET', '/trust/root')).body).toMatchObject({
      root: { version: 1, over: false },
    });
  });

  it.each([
    ['GET', '/releases/R-2026-9999', undefined, 404],
    ['GET', '/releases/..%2F', undefined, 400],
    ['GET', '/releases?state=lost', undefined, 400],
    ['POST', '/releases', { title: '', reason: 'x' }, 400],
    ['POST', '/releases', { title: 'x', reason: 'x', state: 'signed' }, 400],
    ['PUT', '/releases/R-2026-0001/documents/firmware/hainan', { revision: 0 }, 400],
    ['POST', '/trust/roots', { statement: { payload: 'e30', signatures: [] } }, 400],
  ] as const)('%s %s is refused by its schema or not there', async (method, path, body, status) => {
    expect((await ask(EDITOR, method, path, body)).status).toBe(status);
  });
});
