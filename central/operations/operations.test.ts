import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationOutcome } from '../../src/contracts/central/operations.ts';
import { activation, application, cardOf, entries, GOOD_PIN } from '../bench-operations.ts';
import { type Answer, type CentralBench, centralBench } from '../central-bench.ts';

let bench: CentralBench;
beforeAll(async () => {
  bench = await centralBench();
});
afterAll(() => bench.central.close());

const path = (key: string) => `/v1/operations/${key}`;
const registered = async (id: string) =>
  (await bench.central.dev?.residents())?.residents.find((resident) => resident.id === id);

describe('INV-4 an operation is carried out once', () => {
  it('INV-4 gives the same answer to the same key, and makes one application', async () => {
    const body = application(bench.resident('apply-plain-1'));
    const key = randomUUID();
    const first = await bench.call('PUT', path(key), body);
    expect(first.body).toMatchObject({ state: 'done', result: { kind: 'application.submit' } });
    expect((await bench.call('PUT', path(key), body)).body).toEqual(first.body);
    expect((await bench.call('GET', path(key))).body).toEqual(first.body);
    expect((await bench.call('POST', `${path(key)}/void`)).body).toEqual(first.body);
    expect((await registered('apply-plain-1'))?.cards).toHaveLength(1);
  });

  it('INV-4 knows a body again whatever the order of its fields', async () => {
    const body = application(bench.resident('apply-long-name'));
    const key = randomUUID();
    const first = await bench.call('PUT', path(key), body);
    const turned = Object.fromEntries(Object.entries(body).reverse());
    expect((await bench.call('PUT', path(key), turned)).body).toEqual(first.body);
  });

  it('INV-4 refuses a key with another body, 409 key-reused', async () => {
    const body = application(bench.resident('apply-plain-2'));
    const key = randomUUID();
    await bench.call('PUT', path(key), body);
    const other = await bench.call('PUT', path(key), { ...body, occupation: 'farmer' });
    expect([other.status, other.body.code]).toEqual([409, 'key-reused']);
  });

  it('INV-4 carries out one of many PUTs that arrive together', async () => {
    const resident = bench.resident('activate-3.0');
    const body = activation(resident);
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 12 }, () => bench.call('PUT', path(key), body)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    expect(answers[0]?.body).toMatchObject({ state: 'done', result: { kind: 'card.activate' } });
  });

  it('INV-4 two keys for one act: the second finds it done', async () => {
    const body = activation(bench.resident('activate-2.0'));
    const answers = await Promise.all([1, 2].map(() => bench.call('PUT', path(randomUUID()), body)));
    expect(answers.map((answer) => answer.body.state).sort()).toEqual(['done', 'refused']);
    expect(answers.find((answer) => answer.body.state === 'refused')?.body.code).toBe('already-active');
  });

  it('INV-4 a refusal is an outcome too and stays', async () => {
    const card = cardOf(bench.resident('activate-1.0'));
    const weak = activation(bench.resident('activate-1.0'), {
      entries: entries('111111', card.accountNumber),
    });
    const key = randomUUID();
    const refused = await bench.call('PUT', path(key), weak);
    expect(refused.body).toEqual({ state: 'refused', code: 'one-digit-repeated' });
    expect((await bench.call('PUT', path(key), weak)).body).toEqual(refused.body);
  });

  it('INV-4 says never-received, and a voided key has no effect when it arrives later', async () => {
    const key = randomUUID();
    expect((await bench.call('GET', path(key))).body).toEqual({ state: 'never-received' });
    expect((await bench.call('POST', `${path(key)}/void`)).body).toEqual({ state: 'void' });
    const late = await bench.call('PUT', path(key), application(bench.resident('apply-plain-3')));
    expect(late.body).toEqual({ state: 'void' });
    expect((await bench.call('GET', path(key))).body).toEqual({ state: 'void' });
    expect((await registered('apply-plain-3'))?.cards).toEqual([]);
  });

  it('INV-4 an unreadable PIN block is not received: nothing is kept and the key can be voided', async () => {
    const resident = bench.resident('activate-1.0');
    const body = activation(resident, { entries: entries(GOOD_PIN, '6217990000000000014') });
    const key = randomUUID();
    const answer = await bench.call('PUT', path(key), body);
    expect([answer.status, answer.body.code]).toEqual([422, 'pin-block-unreadable']);
    expect((await bench.call('GET', path(key))).body).toEqual({ state: 'never-received' });
    expect((await bench.call('POST', `${path(key)}/void`)).body).toEqual({ state: 'void' });
  });

  it('refuses keys that are no keys', async () => {
    const answer = await bench.call('PUT', path('short'), application(bench.resident('apply-plain-3')));
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid-request']);
  });
});

describe('INV-4 under any interleaving', () => {
  const step = fc.record({
    act: fc.constantFrom('put', 'put-other-body', 'get', 'void'),
    key: fc.integer({ min: 0, max: 2 }),
    together: fc.boolean(),
  });

  it('INV-4 PUT, GET, void and duplicates in any order: effect at most once, answers agree', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 12 }), async (steps) => {
        await bench.central.dev?.reset();
        const body = application(bench.resident('apply-plain-1'));
        const keys = Array.from({ length: 3 }, () => randomUUID());
        const settled = new Map<string, Set<string>>();
        const send = async ({ act, key: at }: (typeof steps)[number]): Promise<void> => {
          const key = keys[at] ?? '';
          let answer: Answer;
          if (act === 'get') answer = await bench.call('GET', path(key));
          else if (act === 'void') answer = await bench.call('POST', `${path(key)}/void`);
          else
            answer = await bench.call('PUT', path(key), act === 'put' ? body : { ...body, occupation: 'x' });
          if (answer.status === 409) return;
          expect(answer.status).toBe(200);
          const outcome = answer.body as OperationOutcome;
          if (outcome.state === 'never-received') return;
          settled.set(key, (settled.get(key) ?? new Set()).add(JSON.stringify(outcome)));
        };
        let under: Promise<void>[] = [];
        for (const one of steps) {
          under.push(send(one));
          if (one.together) continue;
          await Promise.all(under);
          under = [];
        }
        await Promise.all(under);
        // A key has one outcome for ever, and at most one of all the keys had the effect.
        for (const outcomes of settled.values()) expect(outcomes.size).toBe(1);
        const done = [...settled.values()].filter((outcomes) => [...outcomes][0]?.includes('"done"'));
        expect((await registered('apply-plain-1'))?.cards.length).toBe(done.length);
        expect(done.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 25 },
    );
  });
});
