import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { activation, application, cardOf, GOOD_PIN, identityOf } from './bench-operations.ts';
import { centralBench } from './central-bench.ts';
import { centralLog } from './log.ts';

describe('what a log line may carry', () => {
  it('INV-6 has no PIN, name, number, mobile, card, address or code in it', async () => {
    const lines: string[] = [];
    await using bench = await centralBench({ log: { write: (line) => void lines.push(line) } });
    const applicant = bench.resident('apply-plain-1');
    const holder = bench.resident('activate-3.0');
    const sent = await bench.call('POST', '/v1/sms-codes', {
      mobile: applicant.mobile,
      purpose: 'application',
    });
    const code = /\d{6}/.exec(bench.central.dev?.messages()[0]?.text ?? '')?.[0] ?? '';
    const challengeId = String(sent.body.challengeId);
    const confirmed = await bench.call('POST', `/v1/sms-codes/${challengeId}/verifications`, { code });
    await bench.call('POST', '/v1/residents/eligibility', { identity: identityOf(applicant) });
    const applicationKey = randomUUID();
    await bench.call('PUT', `/v1/operations/${applicationKey}`, application(applicant));
    await bench.call('PUT', `/v1/operations/${randomUUID()}`, activation(holder));
    await bench.call('PUT', `/v1/operations/${randomUUID()}`, { ...application(applicant), mobile: 'wrong' });
    await bench.call('GET', `/v1/nobody/${applicant.document.number}`);
    await bench.call('POST', '/v1/sms-codes', `{"mobile":"${applicant.mobile}"`);

    const log = lines.join('');
    expect(lines.length).toBeGreaterThan(8);
    const card = cardOf(holder);
    const secrets = [
      applicant.document.name,
      applicant.document.number,
      applicant.document.address,
      applicant.mobile,
      holder.document.name,
      holder.document.number,
      card.cardId,
      card.cardNumber,
      card.accountNumber,
      GOOD_PIN,
      code,
      challengeId,
      String(confirmed.body.confirmation),
      applicationKey,
      bench.first.token,
    ];
    for (const secret of secrets) expect(log).not.toContain(secret);
    expect(log).toContain('"route":"/v1/operations/:key"');
  });

  it('drops fields nobody listed and the messages of errors', () => {
    const lines: string[] = [];
    const log = centralLog({ write: (line) => void lines.push(line) });
    log.info({ route: '/v1/x', mobile: '19900000001' }, 'answered');
    log.child({ name: '试验甲' }).info('answered');
    log.error(new Error('试验甲 in a body'));
    log.error({ err: new Error('试验甲') }, '试验甲');
    expect(lines.join('')).not.toMatch(/试验甲|19900000001/);
    expect(lines).toHaveLength(4);
  });
});
