import type { PersonalisationAnswer } from '../../src/contracts/central/queries.ts';
import { unreachable } from '../../src/result.ts';
import { packOf } from '../authority/owed-card.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Queries, Tables } from '../database/tables.ts';
import type { PackPolicies } from '../director/packs.ts';
import type { Foundations } from '../foundations.ts';
import { instantNow } from '../moments.ts';
import { randomHex, randomToken, sha256 } from '../secrets.ts';
import { allDone, type BlankSession, greeting, readGreeting, writingScript } from './blank-session.ts';
import { type CardData, cardData } from './card-data.ts';
import { cardForRequest, owedCard, photoFor } from './card-for-request.ts';
import type { IssuancePolicy } from './issuance-policy.ts';
import type { Personalisations } from './personalisations.ts';

type Row = Tables['personalisation'];
type Refusal = Extract<PersonalisationAnswer, { step: 'refused' }>['code'];

const HOST_CHALLENGE_BYTES = 8;
const refused = (code: Refusal): PersonalisationAnswer => ({ step: 'refused', code });

const cardOf = (row: Row): CardData => cardData.parse(JSON.parse(row.card_data));

/** null before the blank has said who it is. */
const sessionOf = (row: Row): BlankSession | null =>
  row.blank_serial === null || row.card_challenge === null
    ? null
    : { hostChallenge: row.host_challenge, blankSerial: row.blank_serial, cardChallenge: row.card_challenge };

export interface CardPersonalisation extends Personalisations {
  /** Begins with a blank; one that was begun before for the same request is dead. */
  start(kioskId: string, requestKey: string): Promise<PersonalisationAnswer>;
  /** Goes on with what the blank answered; the same answers again get the same step. */
  answer(personalisationId: string, answers: readonly string[]): Promise<PersonalisationAnswer>;
}

/**
 * Writes blanks whose keys derive from `masterKey` (16 bytes): virtual ones, and nothing real. Session keys are made
 * when needed and never leave this folder; a province connects its own issuance platform here.
 */
export function referencePersonalisation(
  foundations: Pick<Foundations, 'queries' | 'clock' | 'entropy'>,
  masterKey: Uint8Array,
  policies: PackPolicies,
): CardPersonalisation {
  const { clock, entropy } = foundations;
  const inOneCommit = <T>(act: (queries: Queries) => Promise<T>): Promise<T> =>
    inTransaction(foundations.queries, act);
  const find = (queries: Queries, personalisationId: string): Promise<Row | undefined> =>
    queries
      .selectFrom('personalisation')
      .selectAll()
      .where('personalisation_id', '=', personalisationId)
      .executeTakeFirst();

  /** Of the pack under which the request was taken. */
  async function policyFor(queries: Queries, requestKey: string): Promise<IssuancePolicy> {
    const request = await queries
      .selectFrom('card_request')
      .select(['kiosk_id', 'pack_id', 'pack_version'])
      .where('request_key', '=', requestKey)
      .executeTakeFirst();
    if (request === undefined) return policies.base.issuancePolicy;
    return (await policies.of(queries, request.kiosk_id, packOf(request))).issuancePolicy;
  }

  /** What the kiosk has to do next, from the row alone. */
  async function stepOf(queries: Queries, row: Row): Promise<PersonalisationAnswer> {
    const { personalisation_id: personalisationId, state } = row;
    switch (state) {
      case 'greeted':
        return { step: 'commands', personalisationId, commands: [...greeting(row.host_challenge)] };
      case 'scripted': {
        const session = sessionOf(row);
        if (session === null) throw new Error('a script without a session');
        return {
          step: 'commands',
          personalisationId,
          commands: writingScript(masterKey, session, cardOf(row)),
        };
      }
      case 'written': {
        const card = cardOf(row);
        const { cardId, cardNumber, name, socialSecurityNumber, accountNumber, issuedOn, expiresOn } = card;
        const policy = await policyFor(queries, row.request_key);
        const photoBase64 = await photoFor(policy, queries, row.request_key, card);
        const dates = { issuedOn, expiresOn };
        const face = { name, socialSecurityNumber, cardNumber, accountNumber, photoBase64, ...dates };
        return { step: 'written', personalisationId, cardId, cardNumber, face };
      }
      case 'refused':
        return refused(row.refusal ?? 'bad-answer');
      case 'superseded':
        return refused('request-unknown');
      default:
        return unreachable(state);
    }
  }

  /** What the answers change. */
  function advance(row: Row, answers: readonly string[]): Partial<Row> {
    const refuse = (refusal: NonNullable<Row['refusal']>): Partial<Row> => ({ state: 'refused', refusal });
    if (!allDone(answers)) return refuse('bad-answer');
    if (row.state === 'greeted') {
      const session = readGreeting(masterKey, row.host_challenge, answers);
      if (session === 'bad-answer' || session === 'wrong-card') return refuse(session);
      const { blankSerial: blank_serial, cardChallenge: card_challenge } = session;
      return { state: 'scripted', blank_serial, card_challenge };
    }
    const session = sessionOf(row);
    const expected = session === null ? 0 : writingScript(masterKey, session, cardOf(row)).length;
    return answers.length === expected ? { state: 'written' } : refuse('bad-answer');
  }

  return {
    start: (kioskId, requestKey) =>
      inOneCommit(async (queries) => {
        const owed = await owedCard(queries, requestKey, kioskId);
        const policy = await policyFor(queries, requestKey);
        const card = owed && (await cardForRequest(foundations, policy, queries, owed));
        if (!card) return refused('request-unknown');
        await queries
          .updateTable('personalisation')
          .set({ state: 'superseded' })
          .where('request_key', '=', requestKey)
          .execute();
        const row: Row = {
          personalisation_id: randomToken(entropy, 16),
          request_key: requestKey,
          started_at: instantNow(clock),
          state: 'greeted',
          host_challenge: randomHex(entropy, HOST_CHALLENGE_BYTES),
          blank_serial: null,
          card_challenge: null,
          card_data: JSON.stringify(card),
          card_id: card.cardId,
          card_number: card.cardNumber,
          account_number: card.accountNumber,
          answers_digest: null,
          refusal: null,
        };
        await queries.insertInto('personalisation').values(row).execute();
        return stepOf(queries, row);
      }),

    answer: (personalisationId, answers) =>
      inOneCommit(async (queries) => {
        const row = await find(queries, personalisationId);
        if (!row) return refused('request-unknown');
        const answers_digest = sha256(answers.join(' '));
        const goesOn = row.state === 'greeted' || row.state === 'scripted';
        if (!goesOn || row.answers_digest === answers_digest) return stepOf(queries, row);
        const change = { ...advance(row, answers), answers_digest };
        await queries
          .updateTable('personalisation')
          .set(change)
          .where('personalisation_id', '=', personalisationId)
          .execute();
        return stepOf(queries, { ...row, ...change });
      }),

    find: async (queries, personalisationId) => {
      const row = await find(queries, personalisationId);
      if (!row || row.state === 'superseded') return null;
      return {
        requestKey: row.request_key,
        cardId: row.card_id,
        cardNumber: row.card_number,
        accountNumber: row.account_number,
        written: row.state === 'written',
      };
    },
  };
}
