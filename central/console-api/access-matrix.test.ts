import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { problem } from '../../src/contracts/central/problem.ts';
import { OPERATOR_ROLES, type OperatorRole } from '../../src/contracts/console/roles.ts';
import { type CentralBench, centralBench } from '../central-bench.ts';
import { askConsole, type BenchOperator, benchOperator } from '../console-bench.ts';
import { ACCESS } from './access-table.ts';
import type { ConsoleRouteEntry } from './console-frame.ts';

let bench: CentralBench;
let routes: readonly ConsoleRouteEntry[];
let operators: ReadonlyMap<OperatorRole, BenchOperator>;
beforeAll(async () => {
  bench = await centralBench();
  routes = bench.central.consoleRoutes;
});
beforeEach(async () => {
  // Budgets are whole again; who is signed in at all is not what this is about.
  bench.advance(600);
  const made = new Map<OperatorRole, BenchOperator>();
  for (const role of OPERATOR_ROLES) made.set(role, await benchOperator(bench, [role]));
  operators = made;
});
afterAll(() => bench.central.close());

const below = ({ path }: ConsoleRouteEntry) => path.replace('/console/api/', '');
const nameOf = (route: ConsoleRouteEntry) => `${route.method} ${below(route)}`;
const guarded = () => routes.filter(({ roles }) => roles !== 'open');
const changing = () => routes.filter(({ method }) => method !== 'GET');
const as = (role: OperatorRole): BenchOperator => {
  const found = operators.get(role);
  if (!found) throw new Error(role);
  return found;
};
/** Somebody who may: whose role the route names, or nobody in particular where it is open. */
const headersFor = ({ roles }: ConsoleRouteEntry) =>
  roles === 'open' ? {} : as(roles[0] ?? 'viewer').headers;

/** An address that is there with parameters of which nothing is: no cell of the table changes anything. */
const addressOf = (route: ConsoleRouteEntry) => below(route).replaceAll(/:\w+/g, 'O-9999');
const ask = (route: ConsoleRouteEntry, headers: Readonly<Record<string, string | null>>, body?: unknown) =>
  askConsole(bench, addressOf(route), {
    method: route.method,
    headers,
    ...(route.method === 'GET' ? {} : { body: body ?? { 'no-such-field': 1 } }),
  });

describe('roles and routes', () => {
  it('each route there is has its row, with the roles it says itself, and each row its route', () => {
    const said = Object.fromEntries(
      routes.map((route) => [nameOf(route), route.roles === 'open' ? 'open' : [...route.roles].sort()]),
    );
    const agreed = Object.fromEntries(
      Object.entries(ACCESS).map(([name, roles]) => [name, roles === 'open' ? 'open' : [...roles].sort()]),
    );
    expect(said).toEqual(agreed);
  });

  it.each(OPERATOR_ROLES)('a %s may call what the table gives them, and nothing else', async (role) => {
    const { headers } = as(role);
    const found: Record<string, boolean> = {};
    const agreed: Record<string, boolean> = {};
    for (const route of guarded()) {
      const { status, body } = await ask(route, headers);
      const refused = status === 401 || status === 403;
      if (refused) expect([nameOf(route), status, body.code]).toEqual([nameOf(route), 403, 'not-allowed']);
      expect(status, nameOf(route)).toBeLessThan(500);
      found[nameOf(route)] = !refused;
      agreed[nameOf(route)] = ACCESS[nameOf(route)]?.includes(role) ?? false;
    }
    expect(found).toEqual(agreed);
  });

  it('nobody may call anything but the door', async () => {
    for (const route of guarded()) {
      for (const headers of [{}, { cookie: 'console=of-nobody' }, { cookie: '__Host-console=x; console=' }]) {
        const { status, body } = await ask(route, headers);
        expect([nameOf(route), status, body.code]).toEqual([nameOf(route), 401, 'unauthorised']);
      }
    }
    for (const route of routes.filter(({ roles }) => roles === 'open')) {
      expect((await ask(route, {})).status, nameOf(route)).not.toBe(401);
    }
  });

  it('without the token of one’s own page, and from any other page, nothing is changed', async () => {
    const others = as('viewer').session.csrf;
    for (const route of changing().filter(({ roles }) => roles !== 'open')) {
      const { cookie = '', ...csrf } = headersFor(route);
      const stolen = as('money').session.cookie === cookie ? as('editor').session.csrf : others;
      const tries: Readonly<Record<string, string | null>>[] = [
        { cookie },
        { cookie, 'x-csrf-token': '' },
        { cookie, 'x-csrf-token': `${others}x` },
        ...(stolen === csrf['x-csrf-token'] ? [] : [{ cookie, 'x-csrf-token': stolen }]),
        { cookie, ...csrf, origin: 'https://evil.example' },
        { cookie, ...csrf, origin: null, 'sec-fetch-site': null },
        { cookie, ...csrf, 'sec-fetch-site': 'cross-site' },
      ];
      for (const headers of tries) {
        const { status, body } = await ask(route, headers);
        expect([nameOf(route), status, body.code]).toEqual([nameOf(route), 403, 'not-from-this-page']);
      }
    }
  });
});

describe('what a schema does not allow', () => {
  it('is refused: every schema of a request names all it takes', () => {
    for (const { schema, ...route } of routes) {
      for (const part of ['params', 'querystring', 'body'] as const) {
        const found = schema[part];
        if (found) expect(looseIn(found), `${route.method} ${route.path} ${part}`).toEqual([]);
      }
    }
  });

  it('a field nobody named is refused in a body and in a query', async () => {
    for (const route of routes) {
      bench.advance(10);
      const address = `${addressOf(route)}?no-such-field=1`;
      const headers = headersFor(route);
      const asked = { method: route.method, headers, ...(route.method === 'GET' ? {} : { body: {} }) };
      const { status, body } = await askConsole(bench, address, asked);
      expect([nameOf(route), status, body.code]).toEqual([nameOf(route), 400, 'invalid-request']);
    }
  });

  it('whatever JSON arrives at any route is taken as agreed or refused, and the service goes on', async () => {
    for (const route of changing()) {
      const schema = route.schema.body;
      await fc.assert(
        fc.asyncProperty(fc.jsonValue(), async (body) => {
          fc.pre(schema !== undefined && !schema.safeParse(body).success);
          bench.advance(1);
          const answer = await ask(route, headersFor(route), JSON.stringify(body));
          expect([nameOf(route), answer.status]).toEqual([nameOf(route), 400]);
          expect(problem.safeParse(answer.body).success).toBe(true);
        }),
        { numRuns: 6 },
      );
    }
    expect((await as('viewer').ask('GET', 'me')).status).toBe(200);
  });
});

/** Where a schema takes fields that it does not name. What is anything on purpose (`unknown`) is judged elsewhere. */
function looseIn(schema: z.ZodType | undefined, at = ''): readonly string[] {
  const def = schema?.def as
    | (Record<string, unknown> & { type: string; shape?: Record<string, z.ZodType>; catchall?: z.ZodType })
    | undefined;
  if (def === undefined) return [];
  const inner = ['innerType', 'element', 'in', 'out', 'left', 'right', 'valueType'].map((name) => def[name]);
  const options = Array.isArray(def.options) ? def.options : [];
  const within = [...inner, ...options].filter((one) => one !== undefined) as z.ZodType[];
  const loose = def.type === 'object' && def.catchall?.def.type !== 'never' ? [`${at}/`] : [];
  const fields = Object.entries(def.shape ?? {}).flatMap(([name, one]) => looseIn(one, `${at}/${name}`));
  return [...loose, ...fields, ...within.flatMap((one) => looseIn(one, at))];
}
