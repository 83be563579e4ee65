import { describe, expect, it } from 'vitest';
import {
  referenceKeys,
  SAMPLE_CARD,
  SAMPLE_GROUPS,
  SAMPLE_INITIALIZE,
  sampleScript,
} from '../virtual/social-card/blank-card-sample.ts';
import { type IssuerBench, issuerBench } from './issuer-bench.ts';

async function send({ issuer, run }: IssuerBench, command: string): Promise<string> {
  const answer = await run(issuer.transmit(command));
  return answer.ok ? answer.value : answer.error.kind;
}

/** A bench with a powered blank, and the script for it. */
async function opened(groups = SAMPLE_GROUPS) {
  const bench = await issuerBench();
  await bench.run(bench.issuer.takeBlank());
  await bench.run(bench.issuer.powerOn());
  expect(await send(bench, '00A404000F7378312E73682EC9E7BBE1B1A3D5CF')).toBe('9000');
  const script = sampleScript(await send(bench, SAMPLE_INITIALIZE), groups);
  return { bench, script };
}

const flipped = (command: string, at: number): string => {
  const digit = command.at(at) === '0' ? '1' : '0';
  const where = at < 0 ? command.length + at : at;
  return `${command.slice(0, where)}${digit}${command.slice(where + 1)}`;
};

describe('writing a blank at the chip station', () => {
  it('takes the centre’s script, and is read back as the card it became', async () => {
    const { bench, script } = await opened();
    expect(script).toHaveLength(1 + SAMPLE_GROUPS.length);
    for (const command of script) expect(await send(bench, command)).toBe('9000');
    expect(await bench.run(bench.issuer.read(referenceKeys, bench.never))).toEqual({
      ok: true,
      value: SAMPLE_CARD,
    });
    expect(await bench.run(bench.issuer.readWithoutKeys(bench.never))).toMatchObject({
      value: { name: null, cardId: SAMPLE_CARD.cardId },
    });
  });

  it('is written once: afterwards every command of personalisation answers 6A81', async () => {
    const { bench, script } = await opened();
    for (const command of script) await send(bench, command);
    for (const command of [SAMPLE_INITIALIZE, ...script]) expect(await send(bench, command)).toBe('6A81');
    expect(await bench.run(bench.issuer.read(referenceKeys, bench.never))).toMatchObject({ ok: true });
  });

  it('lets nobody change a byte, leave a block out, repeat or reorder one: 6988 or 6985, and it stays blank', async () => {
    const attempts: readonly [string, (script: readonly string[]) => readonly string[]][] = [
      ['6988', ([first = '', ...rest]) => [flipped(first, -1), ...rest]],
      ['6988', ([first = '', second = '', ...rest]) => [first, flipped(second, 30), ...rest]],
      ['6985', ([first = '', , ...rest]) => [first, ...rest]],
      ['6985', ([first = '', second = '', ...rest]) => [first, second, second, ...rest]],
      ['6985', ([, ...rest]) => rest],
      ['6985', ([first = '', second = '', third = '', ...rest]) => [first, third, second, ...rest]],
      ['6985', ([first = '', ...rest]) => [first, first, ...rest]],
      // The first block made the last one: a card with half of its data.
      ['6988', ([first = '', second = '']) => [first, `84E280${second.slice(6)}`]],
    ];
    for (const [refusal, change] of attempts) {
      const { bench, script } = await opened();
      const answers: string[] = [];
      for (const command of change(script)) answers.push(await send(bench, command));
      expect(answers.find((answer) => answer !== '9000')).toBe(refusal);
      expect(answers.at(-1)).not.toBe('9000');
      expect(await bench.run(bench.issuer.read(referenceKeys, bench.never))).toMatchObject({
        error: { kind: 'card-error' },
      });
    }
  });

  it('takes no script made for another session: a replay is worth nothing', async () => {
    const { script } = await opened();
    const { bench } = await opened();
    await send(bench, SAMPLE_INITIALIZE);
    expect(await send(bench, script[0] ?? '')).toBe('6988');
    expect(sampleScript('6A81')).toEqual([]);
  });

  it('stays blank when a session is cut off, and can be written in the next', async () => {
    const { bench, script } = await opened();
    for (const command of script.slice(0, -1)) await send(bench, command);
    await bench.run(bench.issuer.powerOn());
    expect(await send(bench, script.at(-1) ?? '')).toBe('6985');
    for (const command of sampleScript(await send(bench, SAMPLE_INITIALIZE))) {
      expect(await send(bench, command)).toBe('9000');
    }
  });

  it('takes a foreigner’s data: no 民族, no 出生地, no sex stated', async () => {
    const [issuer, holder, account] = SAMPLE_GROUPS;
    if (!issuer || !holder || !account) throw new Error('the sample has three groups');
    const hex = Buffer.from(holder.content).toString('hex').toUpperCase();
    const foreign = Buffer.from(
      hex.replace('0A0132', '0A0139').replace('0B0119', '0B01FF').replace('0C03460199', '0C03FFFFFF'),
      'hex',
    );
    const { bench, script } = await opened([issuer, { ...holder, content: foreign }, account]);
    for (const command of script) expect(await send(bench, command)).toBe('9000');
    expect(await bench.run(bench.issuer.read(referenceKeys, bench.never))).toMatchObject({
      value: { name: '试验甲', sex: null, ethnicGroup: null, birthPlace: null },
    });
  });

  it('refuses with 6A80 to become a card with a group missing or malformed', async () => {
    const [issuer, holder, account] = SAMPLE_GROUPS;
    if (!issuer || !holder || !account) throw new Error('the sample has three groups');
    for (const groups of [
      [issuer, holder],
      [issuer, account],
      [holder, account],
      [issuer, holder, { ...account, content: account.content.slice(0, 8) }],
      [issuer, { ...holder, content: holder.content.slice(0, -6) }, account],
      [issuer, issuer, holder, account],
    ]) {
      const { bench, script } = await opened(groups);
      const answers: string[] = [];
      for (const command of script) answers.push(await send(bench, command));
      expect(answers.at(-1)).toBe('6A80');
    }
  });
});
