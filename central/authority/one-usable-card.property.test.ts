import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayInShanghai } from '../../src/calendar/calendar-day.ts';
import type { SocialSecurityState } from '../../src/card/social-security-side.ts';
import { onSocialSecurityEvent } from '../../src/card/social-security-transitions.ts';
import { stateAfter } from '../../src/card/transition.ts';
import { usable } from '../../src/card/usable.ts';
import { application } from '../bench-operations.ts';
import { type LifecycleBench, lifecycleBench } from './lifecycle-bench.ts';

let bench: LifecycleBench;
beforeAll(async () => {
  bench = await lifecycleBench();
});
afterAll(() => bench.central.close());

/** People who pay nothing, so that money does not stand in the way: lost, second generation, without a card. */
const PEOPLE = ['loss-hardship', 'swap-2.0-locked', 'apply-instant'] as const;

/** What may happen, in any order and however senseless. */
const ACTS = [
  'report-formal',
  'report-temporary',
  'undo',
  'apply',
  'replace-same',
  'replace-new',
  'swap',
  'exchange',
  'make',
  'make',
  'switch',
  'switch',
  'handed-over',
  'handed-over',
  'retained',
  'maybe-taken',
  'not-issued',
  'days-16',
  'days-181',
] as const;
type Act = (typeof ACTS)[number];

/** Beginnings that chance alone would seldom make: a card that was made, and has not come out. */
const BEGINNINGS: readonly (readonly Act[])[] = [
  [],
  ['swap', 'make'],
  ['exchange', 'make'],
  ['report-formal', 'replace-new', 'make'],
  ['apply', 'make'],
];

/** One person's story: the cards in hand, and the requests that were ever accepted. */
interface Story {
  readonly id: (typeof PEOPLE)[number];
  cardIds: string[];
  requests: string[];
}

async function request(story: Story, change: Parameters<LifecycleBench['request']>[1]): Promise<void> {
  const key = randomUUID();
  const oldCardId = story.cardIds.at(-1) ?? null;
  const outcome = await bench.request(story.id, { oldCardId, ...change }, key);
  if (outcome.state === 'done') story.requests.push(key);
}

async function make(story: Story, key: string): Promise<void> {
  const written = await bench.write(key);
  if (written === null) return;
  const bound = await bench.bind(key, written);
  if (bound.state === 'done') story.cardIds.push(written.cardId);
}

async function act(story: Story, what: Act): Promise<void> {
  const key = story.requests.at(-1) ?? randomUUID();
  switch (what) {
    case 'report-formal':
      await bench.report(story.id, { loss: 'formal' });
      return;
    case 'report-temporary':
      await bench.report(story.id, { loss: 'temporary', term: { kind: 'days', days: 15 } });
      return;
    case 'undo':
      for (const cardId of story.cardIds) await bench.undo(story.id, cardId);
      return;
    case 'apply': {
      const own = randomUUID();
      const applied = await bench.put(application(bench.resident(story.id), { issue: 'on-the-spot' }), own);
      if (applied.state === 'done') story.requests.push(own);
      return;
    }
    case 'replace-same':
      return request(story, { purpose: 'replacement' });
    case 'replace-new':
      return request(story, { purpose: 'replacement', account: 'new' });
    case 'swap':
      return request(story, { purpose: 'swap' });
    case 'exchange':
      return request(story, { purpose: 'exchange', exchangeReason: 'face-damaged', account: 'new' });
    case 'make':
      return make(story, key);
    case 'switch':
      await bench.change(key);
      return;
    case 'days-16':
      return bench.advanceDays(16);
    case 'days-181':
      return bench.advanceDays(181);
    default:
      await bench.deliver(key, what);
  }
}

/** What must hold after every act. */
async function check(story: Story): Promise<void> {
  const seen = await bench.registry(story.id);
  const alive = seen.cards.filter((card) => card.socialSecurity !== 'cancelled');
  // INV-2
  expect(seen.cards.filter(usable).length).toBeLessThanOrEqual(1);
  const open = seen.requests.filter((one) => one.state === 'open');
  expect(open.length).toBeLessThanOrEqual(1);
  const oldLivesOn = open[0]?.purpose === 'swap' || open[0]?.purpose === 'exchange';
  if (seen.cards.length > 0) expect(alive.length).toBeGreaterThanOrEqual(1);
  expect(alive.length).toBeLessThanOrEqual(oldLivesOn ? 2 : 1);
  // M A4, REPL-6: the electronic card mirrors a living card, and the usable one where there is one.
  if (alive.length > 0) expect(alive.map((card) => card.socialSecurity)).toContain(seen.electronicCard);
  if (alive.some(usable)) expect(seen.electronicCard).toBe('normal');
  // Every state is what its history says.
  for (const [at, card] of seen.cards.entries()) {
    const { card: held } = bench.resident(story.id);
    const first: SocialSecurityState = at === 0 && held ? held.socialSecurity : 'in-production';
    const told = card.history.reduce(
      (state, { event }) => stateAfter(state, onSocialSecurityEvent(state, event)),
      first,
    );
    expect(card.socialSecurity).toBe(told);
  }
}

/** Every accepted request ends with exactly one card, owed or in the hand of its owner. */
async function checkEnd(story: Story): Promise<void> {
  const key = story.requests.at(-1);
  if (key === undefined) return;
  await make(story, key);
  await bench.change(key);
  await bench.deliver(key, 'handed-over');
  await check(story);
  const seen = await bench.registry(story.id);
  const last = seen.requests.at(-1);
  const living = seen.cards.filter((card) => card.socialSecurity !== 'cancelled');
  if (last?.state === 'delivered') expect(living).toHaveLength(1);
  else expect(living.at(-1)?.socialSecurity).toMatch(/in-production|awaiting|recalled|suspended/);
}

describe('whatever happens to a card', () => {
  it('INV-2 never two usable cards for one person, and every accepted request ends with one card', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...PEOPLE),
        fc.constantFrom(...BEGINNINGS),
        fc.array(fc.constantFrom(...ACTS), { minLength: 2, maxLength: 12 }),
        async (id, beginning, acts) => {
          await bench.central.dev?.reset(dayInShanghai(bench.now()));
          const { card } = bench.resident(id);
          const story: Story = { id, cardIds: card ? [card.cardId] : [], requests: [] };
          for (const what of [...beginning, ...acts]) {
            await act(story, what);
            await check(story);
          }
          await checkEnd(story);
        },
      ),
      { numRuns: 40 },
    );
  }, 30_000);
});
