import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { PersonalisationAnswer } from '../../src/contracts/central/queries.ts';
import { application } from '../bench-operations.ts';
import { centralBench } from '../central-bench.ts';
import { blankCard } from './blank-bench.ts';

describe('APPLY-6 a card made while the applicant waits', () => {
  it('APPLY-6 accepted, written with the photo just taken, bound; and no second one after that', async () => {
    await using bench = await centralBench();
    const request = randomUUID();
    const jpegBase64 = Buffer.from('the photo just taken').toString('base64');
    const applied = await bench.call(
      'PUT',
      `/v1/operations/${request}`,
      application(bench.resident('apply-plain-1'), {
        issue: 'on-the-spot',
        photo: { source: 'camera', jpegBase64 },
      }),
    );
    expect(applied.body).toMatchObject({ state: 'done' });

    const start = { request, atr: '3B6D000000005453540000240105000001' };
    const blank = blankCard('0000000000000042');
    const step = async (path: string, body: object) =>
      (await bench.call('POST', path, body)).body as PersonalisationAnswer;
    let answer = await step('/v1/personalisations', start);
    while (answer.step === 'commands') {
      const answers = blank.answers(answer.commands);
      answer = await step(`/v1/personalisations/${answer.personalisationId}/answers`, { answers });
    }
    if (answer.step !== 'written') throw new Error(JSON.stringify(answer));
    expect(answer.face.photoBase64).toBe(jpegBase64);

    const { personalisationId, cardId, cardNumber } = answer;
    const bind = { kind: 'card.bind', receiptReference: 'YKT-BENCH-1', request, personalisationId };
    const bound = await bench.call('PUT', `/v1/operations/${randomUUID()}`, { ...bind, cardId, cardNumber });
    expect(bound.body).toMatchObject({ state: 'done' });
    expect(await step('/v1/personalisations', start)).toEqual({
      step: 'refused',
      code: 'request-unknown',
    });
  });
});
