import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DATA_GROUP } from '../../src/card-keys/personalisation-commands.ts';
import type { PersonalisationAnswer } from '../../src/contracts/central/queries.ts';
import type { FictitiousResident } from '../../src/fictitious-residents/resident.ts';
import { openBenchDatabase } from '../bench-database.ts';
import { cardOf } from '../bench-operations.ts';
import { type CentralBench, centralBench } from '../central-bench.ts';
import type { Queries, Tables } from '../database/tables.ts';
import { blankCard } from './blank-bench.ts';

const SERIAL = '0000000000000042';
const ATR = '3B6D000000005453540000240105000001';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'central-personalisation-'));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

let bench: CentralBench;
/** The service's own database, to put a request into it. */
let database: Queries;
beforeEach(async () => {
  const databasePath = join(directory, `${randomUUID()}.sqlite`);
  bench = await centralBench({ databasePath, drawPortrait: () => Buffer.from('photo') });
  database = await openBenchDatabase(databasePath);
});
afterEach(async () => {
  await database.destroy();
  await bench.central.close();
});

/** A card the authority owes this person and a kiosk may make. */
async function owe(
  resident: FictitiousResident,
  change: Partial<Tables['card_request']> = {},
): Promise<string> {
  const request_key = randomUUID();
  await database
    .insertInto('card_request')
    .values({
      request_key,
      request_number: `BK-${request_key}`,
      purpose: 'replacement',
      social_security_number: resident.socialSecurityNumber,
      receipt_reference: 'YKT-BENCH-4',
      kiosk_id: bench.first.kioskId,
      accepted_at: '2026-11-22T04:00:00.000Z',
      ready_by: '2026-12-22',
      collection_outlet: 'outlet-1',
      issue: 'on-the-spot',
      priority: 0,
      account_choice: 'same',
      exchange_reason: null,
      old_card_serial: resident.card?.cardNumber ?? null,
      card_serial: request_key,
      order_key: null,
      step: 'accepted',
      failure: null,
      bound_at: null,
      switched_at: null,
      state: 'open',
      ...change,
    })
    .execute();
  return request_key;
}

const start = async (request: string): Promise<PersonalisationAnswer> =>
  (await bench.call('POST', '/v1/personalisations', { request, atr: ATR })).body as PersonalisationAnswer;
const bring = async (id: string, answers: readonly string[]): Promise<PersonalisationAnswer> =>
  (await bench.call('POST', `/v1/personalisations/${id}/answers`, { answers })).body as PersonalisationAnswer;
const UNKNOWN = { step: 'refused', code: 'request-unknown' };

function commandsOf(step: PersonalisationAnswer) {
  if (step.step !== 'commands') throw new Error(`no commands: ${JSON.stringify(step)}`);
  return step;
}

/** Plays the kiosk until nothing more is to be sent. */
async function write(request: string, blank = blankCard(SERIAL)): Promise<PersonalisationAnswer> {
  let step = await start(request);
  while (step.step === 'commands') step = await bring(step.personalisationId, blank.answers(step.commands));
  return step;
}

describe('personalisation (settlement row 11)', () => {
  it('REPL-2 writes person, new number and the account as before, and says what the face shows', async () => {
    const resident = bench.resident('apply-has-lost-card');
    const blank = blankCard(SERIAL);
    const written = await write(await owe(resident), blank);
    if (written.step !== 'written') throw new Error(JSON.stringify(written));
    const { accountNumber } = cardOf(resident);
    expect(written.face).toEqual({
      name: resident.document.name,
      socialSecurityNumber: resident.socialSecurityNumber,
      cardNumber: written.cardNumber,
      accountNumber,
      photoBase64: null,
      issuedOn: '2026-11-22',
      expiresOn: '2036-11-22',
    });
    expect(written.cardNumber).toMatch(/^K\d{8}$/);
    expect(written.cardId).toMatch(/^460000D156000005[0-9A-F]{16}$/);
    expect(blank.isFinal()).toBe(true);
    const hex = (text: string) => Buffer.from(text, 'latin1').toString('hex').toUpperCase();
    const issuer = blank.group(DATA_GROUP.issuer);
    expect(issuer).toContain(`0110${written.cardId}`);
    expect(issuer).toContain(`0304${hex('3.00')}`);
    expect(issuer).toContain('050420261122060420361122');
    expect(issuer).toContain(`0709${hex(written.cardNumber)}`);
    const holder = blank.group(DATA_GROUP.holder);
    expect(holder).toContain(`0812${hex(resident.socialSecurityNumber)}`);
    expect(holder).toContain('0A0132');
    expect(holder).toContain(`0B01${resident.document.ethnicGroup}`);
    expect(holder).toContain('0C03460199');
    expect(holder).toContain(`0D04${resident.document.birthDate.replaceAll('-', '')}`);
    expect(blank.group(DATA_GROUP.account)).toBe(`5A0A${accountNumber}F5F2403361122`);
  });

  it('REPL-2 opens a new account number with a right Luhn digit where the resident chose one', async () => {
    const resident = bench.resident('apply-has-lost-card');
    const written = await write(await owe(resident, { account_choice: 'new' }));
    const account = written.step === 'written' ? written.face.accountNumber : '';
    expect(account).toMatch(/^621799\d{13}$/);
    expect(account).not.toBe(cardOf(resident).accountNumber);
    const luhn = [...account].reverse().reduce((sum, digit, at) => {
      const doubled = Number(digit) * (at % 2 === 1 ? 2 : 1);
      return sum + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
    expect(luhn % 10).toBe(0);
  });

  it("prints the authority's photo, and none for a holder below the pack's age", async () => {
    const photographed = bench.resident('apply-photo-on-file');
    const written = await write(await owe(photographed, { purpose: 'application', old_card_serial: null }));
    const photo = Buffer.from('photo').toString('base64');
    expect(written).toMatchObject({ step: 'written', face: { photoBase64: photo } });
    await database
      .updateTable('resident')
      .set({ birth_date: '2020-01-01' })
      .where('social_security_number', '=', photographed.socialSecurityNumber)
      .execute();
    const young = await write(await owe(photographed));
    expect(young).toMatchObject({ step: 'written', face: { photoBase64: null } });
  });

  it('INV-2 refuses a request that is unknown, bound, delivered, for an outlet or of another kiosk', async () => {
    const resident = bench.resident('apply-has-lost-card');
    const requests = [
      randomUUID(),
      await owe(resident, { bound_at: '2026-11-22T04:00:00.000Z' }),
      await owe(resident, { state: 'delivered' }),
      await owe(resident, { issue: 'at-outlet' }),
      await owe(resident, { kiosk_id: 'another' }),
    ];
    for (const request of requests) expect(await start(request)).toEqual(UNKNOWN);
    expect(await bring('AAAAAAAAAAAAAAAA', ['9000'])).toEqual(UNKNOWN);
  });

  it('INV-2 a second blank makes the first one dead, with another card number', async () => {
    const request = await owe(bench.resident('apply-has-lost-card'));
    const spoilt = commandsOf(await start(request));
    const spoiltBlank = blankCard('0000000000000041');
    const script = commandsOf(await bring(spoilt.personalisationId, spoiltBlank.answers(spoilt.commands)));
    const second = await write(request);
    expect(await bring(spoilt.personalisationId, spoiltBlank.answers(script.commands))).toEqual(UNKNOWN);
    const rows = await database.selectFrom('personalisation').selectAll().execute();
    expect(rows.map((row) => row.state).sort()).toEqual(['superseded', 'written']);
    expect(new Set(rows.map((row) => row.card_number)).size).toBe(2);
    expect(second.step).toBe('written');
  });
});

describe('a blank that is not as it should be', () => {
  it('wrong-card: the cryptogram is not of our keys, and no script is sent', async () => {
    const step = await write(
      await owe(bench.resident('apply-has-lost-card')),
      blankCard(SERIAL, '00'.repeat(16)),
    );
    expect(step).toEqual({ step: 'refused', code: 'wrong-card' });
  });

  it.each([
    ['a status word that is not 9000', (answers: string[]) => [...answers.slice(0, -1), '6985']],
    ['an answer too few', (answers: string[]) => answers.slice(1)],
    ['an answer too many', (answers: string[]) => [...answers, '9000']],
    ['no answer', () => []],
  ])('bad-answer: %s, in either batch, for good', async (_, spoil) => {
    for (const batch of [0, 1]) {
      const blank = blankCard(SERIAL);
      const request = await owe(bench.resident('apply-has-lost-card'));
      let step = commandsOf(await start(request));
      if (batch === 1) step = commandsOf(await bring(step.personalisationId, blank.answers(step.commands)));
      const right = blank.answers(step.commands);
      const refused = { step: 'refused', code: 'bad-answer' };
      expect(await bring(step.personalisationId, spoil(right))).toEqual(refused);
      expect(await bring(step.personalisationId, right)).toEqual(refused);
    }
  });

  it('INV-4 the same answers again, after a lost reply, get the same step', async () => {
    const blank = blankCard(SERIAL);
    const first = commandsOf(await start(await owe(bench.resident('apply-has-lost-card'))));
    const greeted = blank.answers(first.commands);
    const script = commandsOf(await bring(first.personalisationId, greeted));
    expect(await bring(first.personalisationId, greeted)).toEqual(script);
    const stored = blank.answers(script.commands);
    const written = await bring(first.personalisationId, stored);
    expect(written.step).toBe('written');
    expect(await bring(first.personalisationId, stored)).toEqual(written);
  });
});
