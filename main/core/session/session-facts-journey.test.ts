import { describe, expect, it } from 'vitest';
import { NOTHING_DONE } from '../../../src/flows/memory/card-transaction.ts';
import { idCardOf, socialCardOf } from '../../../src/flows/memory/people.ts';
import { pastOutcome } from '../../../src/replay/past-outcome.ts';
import { ok } from '../../../src/result.ts';
import { atTheService, ID_CARD } from './card-order-bench.ts';
import {
  ALIKE,
  POLICY,
  type ResidentAtTheScreen,
  residentAtTheScreen,
  TODAY,
} from './resident-at-the-screen.ts';

const PERSONAL = new RegExp(
  [ID_CARD.document.number, ID_CARD.document.name, ID_CARD.document.address, ID_CARD.document.birthDate].join(
    '|',
  ),
);

const factsOf = ({ world }: ResidentAtTheScreen) =>
  world.audit.filter(({ event }) => event === 'session-facts').map(({ detail }) => detail);

/** Away from the kiosk, with everything taken along. */
async function leave(resident: ResidentAtTheScreen) {
  resident.world.idCards.take();
  resident.world.socialCards.take();
  await resident.settle();
  for (let turn = 0; turn < 40 && resident.host.atRest() === null; turn += 1) await resident.wait(20);
  expect(resident.host.atRest()?.holds).toEqual([]);
}

describe('what a session leaves for the replay of drafts', () => {
  it('REPL-3 the pack, who came by kind and age, the face, the waiver, the charge and the state reached', async () => {
    const { resident, money } = await atTheService('replace', { waivers: ['hardship'] }, ({ world }) => {
      world.assignment = 7;
    });
    await resident.touch({ type: 'choose', value: 'same' });
    while (resident.now().screen === 'notice') await resident.touch({ type: 'confirm' });
    await resident.touch({ type: 'submit' });
    money.pay('paid');
    await resident.settle();
    money.script.conclusion = { ...NOTHING_DONE, loss: 'done', request: 'accepted', newCard: 'handed-over' };
    money.take();
    await resident.settle();
    expect(factsOf(resident)).toEqual([]);
    await resident.touch({ type: 'finish' });
    await leave(resident);
    const [facts, ...more] = factsOf(resident);
    expect(more).toEqual([]);
    const { assignment, ...outcome } = facts ?? {};
    expect(assignment).toBe(7);
    expect(pastOutcome.parse(outcome)).toEqual({
      day: TODAY,
      pack: `${POLICY.id} ${POLICY.version}`,
      service: 'replace',
      document: 'resident-id-card',
      age: 40,
      region: null,
      generation: null,
      faceDistance: ALIKE.distance,
      faceTries: 1,
      lossTerm: null,
      exchangeReason: null,
      waivers: 'hardship',
      chargedFen: POLICY.loss.fee.at(-1)?.fen,
      disposition: 'completed',
      outcome: 'done-here',
      seconds: 0,
    });
    expect(JSON.stringify(facts)).not.toMatch(PERSONAL);
  });

  it('ID-2 somebody too young is a kind and an age, and nothing else', async () => {
    const resident = residentAtTheScreen();
    await resident.touch({ type: 'start' });
    await resident.touch({ type: 'choose-service', service: 'apply' });
    const child = idCardOf(TODAY, 9);
    resident.world.idCards.put(child);
    await resident.settle();
    expect(resident.on('refusal').reason).toBe('under-age');
    await resident.touch({ type: 'finish' });
    await leave(resident);
    expect(factsOf(resident)).toMatchObject([
      { document: 'resident-id-card', age: 9, disposition: 'refused', outcome: 'under-age', faceTries: null },
    ]);
    expect(JSON.stringify(factsOf(resident))).not.toContain(child.document.number);
  });

  it('ID-10 a card from elsewhere is two digits and a generation', async () => {
    const { resident } = await atTheService('activate');
    const cardId = `5101${'0'.repeat(28)}`;
    resident.world.socialCards.put(socialCardOf(TODAY, ID_CARD.document.number, { cardId }));
    await resident.settle();
    expect(resident.on('refusal').reason).toBe('other-province');
    await resident.touch({ type: 'finish' });
    await leave(resident);
    expect(factsOf(resident)).toMatchObject([{ region: '51', generation: 3, outcome: 'other-province' }]);
  });

  it('LOSS-2 names the term, of somebody who walked away too', async () => {
    const { resident } = await atTheService('loss');
    await resident.touch({ type: 'choose', value: 'long-term' });
    expect(resident.on('check-answers').screen).toBe('check-answers');
    await leave(resident);
    expect(factsOf(resident)).toMatchObject([
      { service: 'loss', lossTerm: 'long-term', chargedFen: null, disposition: 'timed-out', outcome: null },
    ]);
  });

  it('APPLY-1 a refusal that leads to another service is on record as one, and so is the other', async () => {
    const { resident } = await atTheService('apply', {}, ({ world }) => {
      world.eligibility = ok({
        decision: 'has-card',
        card: { cardNumberMasked: 'T0 ＊＊＊＊ 01', socialSecurity: 'normal', financial: 'locked' },
      });
    });
    await resident.touch({ type: 'choose-service', service: 'activate' });
    resident.on('present-social-card');
    await leave(resident);
    expect(factsOf(resident)).toMatchObject([
      { service: 'apply', age: 40, faceTries: 1, disposition: 'refused', outcome: 'has-card' },
      { service: 'activate', age: 40, faceTries: 1, disposition: 'timed-out', outcome: null },
    ]);
  });

  it('LOSS-4, REPL-2 who reports a loss and goes on to a new card leaves both, each with what was its own', async () => {
    const { resident } = await atTheService('loss');
    await resident.touch({ type: 'choose', value: 'long-term' });
    await resident.touch({ type: 'submit' });
    for (let turn = 0; turn < 9 && resident.now().screen !== 'receipt'; turn += 1) await resident.wait(1);
    await resident.touch({ type: 'choose-service', service: 'replace' });
    await leave(resident);
    expect(factsOf(resident)).toMatchObject([
      { service: 'loss', lossTerm: 'long-term', disposition: 'completed', outcome: 'done-here' },
      { service: 'replace', lossTerm: null, age: 40, disposition: 'timed-out' },
    ]);
  });

  it('INV-6 whoever touched nothing leaves nothing, and nobody finds the notes of the one before', async () => {
    const { resident } = await atTheService('certify');
    await leave(resident);
    await resident.touch({ type: 'start' });
    await leave(resident);
    await resident.touch({ type: 'start' });
    await resident.touch({ type: 'choose-service', service: 'outlets' });
    await leave(resident);
    expect(factsOf(resident).map(({ service, age, faceTries }) => [service, age, faceTries])).toEqual([
      ['certify', 40, 1],
      ['outlets', null, null],
    ]);
  });
});
