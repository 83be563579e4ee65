import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONFIGURATION_TROUBLES } from '../contracts/configuration/poll.ts';
import { MEMBER_REASONS, memberReason } from '../contracts/console/rollout-reasons.ts';
import { MEMBER_STATES, ROLLOUT_STATES } from '../contracts/console/rollouts.ts';
import { reasonWords } from './reason-words.ts';
import { type LastHeard, type MemberNow, type RolloutNow, reasonFor } from './reasons.ts';

const NOW = Date.parse('2026-11-22T04:00:00.000Z');
const HOUR = 3_600_000;
const heard: LastHeard = {
  givenUp: false,
  revoked: false,
  beatAt: NOW - 20_000,
  polledAt: NOW - 20_000,
  maintenanceSince: null,
};
const rollout: RolloutNow = { state: 'wave', wave: 1, started: true, notBefore: null, quietUntil: null };
const member: MemberNow = { state: 'assigned', wave: 1, reason: null, changedAt: NOW - HOUR };

describe('a reason for every kiosk that is not on target', () => {
  it.each<[string, Partial<MemberNow>, Partial<LastHeard>, Partial<RolloutNow>]>([
    ['not-its-wave', { state: 'planned', wave: 2 }, {}, {}],
    ['quiet-hours', { state: 'planned', wave: 2 }, {}, { quietUntil: NOW + HOUR }],
    ['paused', { state: 'planned', wave: 2 }, {}, { state: 'paused' }],
    ['stopped', { state: 'planned', wave: 2 }, {}, { state: 'stopped' }],
    ['not-started', { state: 'planned', wave: 0 }, {}, { state: 'scheduled', wave: -1, started: false }],
    ['waits-for-schedule', { state: 'planned' }, {}, { state: 'scheduled', notBefore: NOW + HOUR }],
    ['on-its-way', {}, {}, {}],
    ['on-its-way', { state: 'planned', wave: 0 }, {}, {}],
    ['waits-for-resident', { state: 'waiting', reason: 'waiting-for-resident' }, {}, {}],
    ['waits-for-day', { state: 'waiting', reason: 'waiting-for-day' }, { beatAt: null }, {}],
    ['on-trial', { state: 'on-trial' }, {}, {}],
    ['returned', { state: 'returned', reason: 'journeys-failed' }, {}, {}],
    ['refused', { state: 'refused', reason: 'signature-wrong' }, {}, {}],
    ['not-heard', {}, { polledAt: NOW - HOUR }, {}],
    ['link-down', {}, { beatAt: NOW - HOUR }, {}],
    ['link-down', {}, { beatAt: null, polledAt: null }, {}],
    ['in-maintenance', {}, { maintenanceSince: NOW - HOUR }, {}],
    ['revoked', { state: 'on-trial' }, { revoked: true }, {}],
    ['given-up', { state: 'planned' }, { givenUp: true }, {}],
    ['superseded', { state: 'left-out', reason: 'superseded' }, {}, {}],
    ['not-concerned', { state: 'left-out', reason: 'not-concerned' }, {}, {}],
    ['other-line', { state: 'left-out', reason: 'other-line' }, {}, {}],
    ['going-back', { state: 'running' }, {}, { state: 'returning' }],
    ['link-down', { state: 'refused' }, { beatAt: null }, { state: 'returning' }],
  ])('%s', (code, ofMember, ofHeard, ofRollout) => {
    const found = reasonFor(
      { ...member, ...ofMember },
      { ...heard, ...ofHeard },
      { ...rollout, ...ofRollout },
      NOW,
    );
    expect(found?.code).toBe(code);
  });

  it('nobody off target is without one, and nobody on target has one', () => {
    const at = fc.option(fc.integer({ min: 0, max: NOW }), { nil: null });
    fc.assert(
      fc.property(
        fc.record({
          state: fc.constantFrom(...MEMBER_STATES),
          wave: fc.nat(4),
          reason: fc.option(fc.constantFrom(...CONFIGURATION_TROUBLES, 'superseded', 'other-line', '?'), {
            nil: null,
          }),
          changedAt: fc.integer({ min: 0, max: NOW }),
        }),
        fc.record({
          givenUp: fc.boolean(),
          revoked: fc.boolean(),
          beatAt: at,
          polledAt: at,
          maintenanceSince: at,
        }),
        fc.record({
          state: fc.constantFrom(...ROLLOUT_STATES),
          wave: fc.integer({ min: -1, max: 4 }),
          started: fc.boolean(),
          notBefore: at,
          quietUntil: at,
        }),
        (own, last, now) => {
          const found = reasonFor(own, last, now, NOW);
          const backwards = now.state === 'returning' || now.state === 'returned';
          const onTarget = backwards
            ? ['back', 'planned', 'left-out'].includes(own.state)
            : own.state === 'running';
          expect(found === null).toBe(onTarget);
          if (found === null) return;
          const says = reasonWords(found);
          expect(`${says.zh}${says.en}`).not.toMatch(/[{}]/);
          const shown = { ...found, at: found.at === null ? null : new Date(found.at).toISOString(), says };
          expect(memberReason.safeParse(shown).success).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('says each in both languages, with time and trouble', () => {
    for (const code of MEMBER_REASONS) {
      const { zh, en } = reasonWords({ code, at: NOW, detail: 'journeys-failed' });
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
      expect(en).toMatch(/^[A-Z]/);
    }
    expect(reasonWords({ code: 'link-down', at: NOW, detail: null }).zh).toBe('2026-11-22 12:00 起断线');
    expect(reasonWords({ code: 'returned', at: NOW, detail: 'crashed-core' }).en).toContain(
      'crashed the program',
    );
  });
});
