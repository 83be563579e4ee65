import { describe, expect, it } from 'vitest';
import { COMPLETION_CODES, completionOutcome } from './completion-outcome.ts';
import type { XfsCompletion } from './xfs-message.ts';

const completion = (over: Partial<XfsCompletion>): XfsCompletion => ({
  type: 'completion',
  name: 'PinPad.GetPinBlock',
  requestId: 1,
  completionCode: 'success',
  payload: { pinBlock: '' },
  ...over,
});

describe('XFS4IoT completion codes (protocols.md 5.4)', () => {
  it('knows the 23 codes of the table', () => {
    expect(Object.keys(COMPLETION_CODES)).toHaveLength(23);
  });

  it.each(Object.entries(COMPLETION_CODES))('names %s as %s', (completionCode, name) => {
    const outcome = completionOutcome(completion({ completionCode }));
    if (name === 'success') expect(outcome).toEqual({ ok: true, value: { pinBlock: '' } });
    else if (name === 'cancelled' || name === 'timed-out')
      expect(outcome).toEqual({ ok: false, error: { kind: name } });
    else expect(outcome).toMatchObject({ ok: false, error: { kind: 'device', code: name } });
  });

  it.each([
    ['keyNotFound', 'key-not-found'],
    ['keyNoValue', 'key-no-value'],
    ['accessDenied', 'access-denied'],
    ['noPin', 'no-pin'],
    ['formatNotSupported', 'format-not-supported'],
    ['noActivekeys', 'no-activekeys'],
  ])('names the command error %s', (errorCode, code) => {
    const outcome = completionOutcome(
      completion({ completionCode: 'commandErrorCode', payload: { errorCode } }),
    );
    expect(outcome).toMatchObject({ error: { kind: 'device', code } });
  });

  it('takes the entry time-out of the pad itself for a time-out', () => {
    const payload = { errorCode: 'entryTimeout' };
    expect(completionOutcome(completion({ completionCode: 'commandErrorCode', payload }))).toEqual({
      ok: false,
      error: { kind: 'timed-out' },
    });
  });

  it.each(['', 'toString', 'constructor', 'SUCCESS', 'ok'])('does not take %j for a known code', (code) => {
    expect(completionOutcome(completion({ completionCode: code }))).toMatchObject({
      error: { code: 'unknown-completion-code' },
    });
  });

  it('INV-6 blots account numbers out of a vendor’s words and keeps odd error codes out of ours', () => {
    const outcome = completionOutcome(
      completion({
        completionCode: 'commandErrorCode',
        errorDescription: 'bad data 6217990000000000014',
        payload: { errorCode: 'x 6217990000000000014' },
      }),
    );
    expect(outcome).toMatchObject({ error: { code: 'command-error' } });
    expect(JSON.stringify(outcome)).not.toMatch(/\d{4}/);
  });
});
