import { createPrivateKey } from 'node:crypto';
import { CentralClient } from '../../../main/core/sync/central-client.ts';
import { LinkState } from '../../../main/core/sync/link-state.ts';
import type { KioskId } from '../../../src/brand.ts';
import { dayInShanghai } from '../../../src/calendar/calendar-day.ts';
import { enrolmentAnswer } from '../../../src/contracts/central/enrolment.ts';
import { type Operation, operationOutcome } from '../../../src/contracts/central/operations.ts';
import type { FictitiousResident } from '../../../src/fictitious-residents/resident.ts';
import { fictitiousResidents } from '../../../src/fictitious-residents/residents.ts';
import { WIDE_PACK } from '../../matrix/world/pack.ts';
import { SimulatedTime } from '../../matrix/world/simulated-time.ts';
import { Chance } from '../chance.ts';
import { CALM, Network } from './network.ts';
import type { NetworkPhase } from './network-contract.ts';
import { createSimulatedCentre, signAtOnce } from './simulated-centre.ts';

/** Sunday noon in Shanghai. */
const NOON = Date.UTC(2026, 10, 22, 4);
/** An Ed25519 key in PKCS #8 begins with this (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const DEADLINE_MS = 10_000;
/** How long a try is waited for, and after how long the next is made. Milliseconds. */
const TRY_MS = 20_000;
const TRIES = 60;
/** Longer than any message is on its way. */
const LONGEST_WAY_MS = 120_000;

/** The same key for the same seed. */
function identityFrom(chance: Chance) {
  const privateKey = createPrivateKey({
    key: Buffer.concat([PKCS8, chance.entropy.bytes(32)]),
    format: 'der',
    type: 'pkcs8',
  });
  const { x = '' } = privateKey.export({ format: 'jwk' });
  return { publicKey: { kty: 'OKP', crv: 'Ed25519', x } as const, privateKey };
}

/** A simulated centre with its residents, a network, and the kiosk's own client at its other end. */
export async function centreBench(seed: string) {
  const chance = new Chance(seed);
  const time = new SimulatedTime(NOON);
  const centre = await createSimulatedCentre({ time, pack: WIDE_PACK, chance: chance.fork('centre') });
  const residents = fictitiousResidents(dayInShanghai(NOON));
  for (const one of residents) await centre.addResident(one);
  const phases: NetworkPhase[] = [];
  const network = new Network({
    time,
    centre,
    chance: chance.fork('network'),
    onRequest: (_request, phase) => phases.push(phase),
  });
  const life = { over: false };
  const identity = identityFrom(chance.fork('kiosk'));
  let kioskId: KioskId | null = null;
  const client = new CentralClient({
    baseUrl: 'https://central.test',
    identity: () => ({ kioskId, ...identity }),
    link: new LinkState(),
    timers: time,
    entropy: chance.fork('jti').entropy,
    fetch: network.fetchOf(life),
    signAssertion: signAtOnce,
  });

  /** Lets time pass until there is an answer. */
  async function until<T>(answer: Promise<T>): Promise<T> {
    let over = false;
    void answer.then(() => {
      over = true;
    });
    await time.pass(TRY_MS, () => over);
    if (!over) throw new Error('no answer before its deadline');
    return answer;
  }
  const put = (key: string, body: Operation) =>
    client.call({
      method: 'PUT',
      path: `/v1/operations/${key}`,
      body,
      answer: operationOutcome,
      deadlineMs: DEADLINE_MS,
    });

  const enrolled = await until(
    client.open({
      method: 'POST',
      path: '/v1/enrolments',
      body: { code: await centre.mintEnrolmentCode(), name: 'simulated', publicKey: identity.publicKey },
      answer: enrolmentAnswer,
      deadlineMs: DEADLINE_MS,
    }),
  );
  if (!enrolled.ok) throw new Error(enrolled.error.kind);
  kioskId = enrolled.value.kioskId as KioskId;
  phases.length = 0;

  return {
    time,
    centre,
    network,
    life,
    phases,
    client,
    until,
    put,
    kioskId,
    identity,
    resident: (id: string): FictitiousResident => {
      const found = residents.find((one) => one.id === id);
      if (!found) throw new Error(`no resident ${id}`);
      return found;
    },
    /** Sends it again and again, as the outbox does, until the centre has said what became of it. */
    async insist(key: string, body: Operation) {
      for (let tried = 0; tried < TRIES; tried += 1) {
        const said = await until(put(key, body));
        if (said.ok) return said.value;
        await time.pass(TRY_MS);
      }
      throw new Error(`no answer to ${key}`);
    },
    /** Everything that is on its way arrives. */
    async calm(): Promise<void> {
      network.weather = CALM;
      network.centre = 'up';
      await time.pass(LONGEST_WAY_MS, () => network.underWay === 0);
    },
    [Symbol.asyncDispose]: async () => {
      await centre.close();
      if (centre.broken !== null) throw centre.broken.error;
    },
  };
}
export type CentreBench = Awaited<ReturnType<typeof centreBench>>;

/** Somebody pays for a card: the kiosk's half of it. */
export const cardFee = (resident: FictitiousResident, receiptReference: string): Operation => ({
  kind: 'payment.create',
  receiptReference,
  socialSecurityNumber: resident.socialSecurityNumber,
  items: [{ what: 'card', fen: 2500 }],
  amountFen: 2500,
  expiresAfterSeconds: 300,
});
