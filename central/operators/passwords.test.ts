import { randomBytes } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { NOBODYS_PASSWORD, PASSWORD_COST, passwordsInWorker } from './passwords.ts';

const passwords = passwordsInWorker({ bytes: (length) => randomBytes(length) });
afterAll(() => passwords.close());

describe('hashes of passwords', () => {
  it('are argon2id with 64 MiB and three passes, each with its own salt', async () => {
    const [one, other] = await Promise.all([
      passwords.hash('a long password'),
      passwords.hash('a long password'),
    ]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    expect(one).not.toBe(other);
    expect(await passwords.matches('a long password', one)).toBe(true);
    expect(await passwords.matches('a long passwort', one)).toBe(false);
  });

  it('take one that is composed otherwise for the same', async () => {
    const hash = await passwords.hash('cafe\u0301 au lait noir');
    expect(await passwords.matches('caf\u00e9 au lait noir', hash)).toBe(true);
  });

  it('nobody’s password costs as much as any other, and nothing fits it', async () => {
    const { memorySize, iterations, parallelism } = PASSWORD_COST;
    expect(NOBODYS_PASSWORD).toContain(`$m=${memorySize},t=${iterations},p=${parallelism}$`);
    expect(await passwords.matches('anything', NOBODYS_PASSWORD)).toBe(false);
  });

  it('turn away more than can be answered in time, and go on', async () => {
    const many = Array.from({ length: 20 }, () =>
      passwords.matches('anything', 'no hash at all').catch(() => 'broken'),
    );
    const answers = await Promise.all(many);
    expect(answers.filter((answer) => answer === 'busy')).toHaveLength(4);
    expect(answers.filter((answer) => answer === 'broken')).toHaveLength(16);
    expect(await passwords.matches('anything', NOBODYS_PASSWORD)).toBe(false);
  });
});
