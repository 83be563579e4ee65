import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FINANCIAL_STATES, type FinancialState } from './financial-side.ts';
import { FINANCIAL_EVENTS, FINANCIAL_TRANSITIONS, onFinancialEvent } from './financial-transitions.ts';
import { SOCIAL_SECURITY_EVENTS, type SocialSecurityEvent } from './social-security-events.ts';
import { SOCIAL_SECURITY_STATES, type SocialSecurityState } from './social-security-side.ts';
import { onSocialSecurityEvent, SOCIAL_SECURITY_TRANSITIONS } from './social-security-transitions.ts';
import { stateAfter, type Transition } from './transition.ts';

/** One letter per state; `-` refused, `.` ignored. Columns are the events in the order of their list. */
const LETTERS: Record<SocialSecurityState, string> = {
  'in-production': 'P',
  'awaiting-collection': 'W',
  normal: 'N',
  'temporarily-lost': 'T',
  'formally-lost': 'F',
  suspended: 'S',
  expired: 'E',
  recalled: 'R',
  cancelled: 'C',
};
const FINANCIAL_LETTERS: Record<FinancialState, string> = {
  locked: 'L',
  active: 'A',
  'pin-locked': 'P',
  closed: 'C',
};
const picture = <S extends string>(answer: Transition<S, string>, letters: Record<S, string>): string =>
  'to' in answer ? letters[answer.to] : 'refuse' in answer ? '-' : '.';

describe('the social security side', () => {
  // produced arrived collected kept temp formal undone temp-ended replaced suspended reinstated validity overdue cancelled
  it.each<[SocialSecurityState, string]>([
    ['in-production', '. W N W - - - . - S - E . C'],
    ['awaiting-collection', '. . N . - - - . - S - E R C'],
    ['normal', '. . . W T F - . C S - E . C'],
    ['temporarily-lost', '. . . . . F N N - S - E . C'],
    ['formally-lost', '. . . . - . N . C - - . . C'],
    ['suspended', '. . - . - - - . - . N . . C'],
    ['expired', '. . - . - - - . C - - . . C'],
    ['recalled', '. W - . - - - . - - - E . C'],
    ['cancelled', '. . - . - - - . - - - . . .'],
  ])('M A16-20 LOSS-2 LOSS-3 REPL-4 %s answers every event', (state, row) => {
    const answers = SOCIAL_SECURITY_EVENTS.map((event) =>
      picture(onSocialSecurityEvent(state, event), LETTERS),
    );
    expect(answers.join(' ')).toBe(row);
  });

  it('has a row for each state and an answer for each event, and no more', () => {
    expect(Object.keys(SOCIAL_SECURITY_TRANSITIONS).sort()).toEqual([...SOCIAL_SECURITY_STATES].sort());
    for (const row of Object.values(SOCIAL_SECURITY_TRANSITIONS)) {
      expect(Object.keys(row).sort()).toEqual([...SOCIAL_SECURITY_EVENTS].sort());
    }
  });

  const walks = fc.array(fc.constantFrom(...SOCIAL_SECURITY_EVENTS), { maxLength: 30 });
  const walk = (events: readonly SocialSecurityEvent[]): SocialSecurityState[] => {
    const states: SocialSecurityState[] = ['in-production'];
    for (const event of events) {
      const before = states.at(-1) ?? 'in-production';
      states.push(stateAfter(before, onSocialSecurityEvent(before, event)));
    }
    return states;
  };

  it('REPL-4 REPL-5 a cancelled card never comes back', () => {
    fc.assert(
      fc.property(walks, (events) => {
        const states = walk(events);
        const ended = states.indexOf('cancelled');
        if (ended >= 0) expect(new Set(states.slice(ended))).toEqual(new Set(['cancelled']));
      }),
    );
  });

  it('INV-2 a card becomes usable only when collected, found again, its temporary loss ended, or reinstated', () => {
    const ways: SocialSecurityEvent[] = ['collected', 'loss-undone', 'temporary-loss-ended', 'reinstated'];
    fc.assert(
      fc.property(walks, (events) => {
        const states = walk(events);
        for (const [at, event] of events.entries()) {
          if (states[at] !== 'normal' && states[at + 1] === 'normal') expect(ways).toContain(event);
        }
      }),
    );
  });

  it('LOSS-3 a formal loss ends by undoing, replacing or cancelling alone', () => {
    fc.assert(
      fc.property(walks, (events) => {
        const states = walk(events);
        for (const [at, event] of events.entries()) {
          if (states[at] === 'formally-lost' && states[at + 1] !== 'formally-lost') {
            expect(['loss-undone', 'replaced', 'cancelled']).toContain(event);
          }
        }
      }),
    );
  });

  it('M A42 only the authority ends a suspension', () => {
    fc.assert(
      fc.property(walks, (events) => {
        const states = walk(events);
        for (const [at, event] of events.entries()) {
          if (states[at] === 'suspended' && states[at + 1] !== 'suspended') {
            expect(['reinstated', 'cancelled']).toContain(event);
          }
        }
      }),
    );
  });

  it('every state but the first can be reached', () => {
    const reached = new Set<SocialSecurityState>(['in-production']);
    for (const state of reached) {
      for (const event of SOCIAL_SECURITY_EVENTS)
        reached.add(stateAfter(state, onSocialSecurityEvent(state, event)));
    }
    expect(reached.size).toBe(SOCIAL_SECURITY_STATES.length);
  });

  it('the same event twice is the same as once', () => {
    for (const state of SOCIAL_SECURITY_STATES) {
      for (const event of SOCIAL_SECURITY_EVENTS) {
        const once = stateAfter(state, onSocialSecurityEvent(state, event));
        expect(stateAfter(once, onSocialSecurityEvent(once, event))).toBe(once);
      }
    }
  });
});

describe('the financial side', () => {
  // activated pin-wrong-three-times next-day pin-reset new-card closed
  it.each<[FinancialState, string]>([
    ['locked', 'A . . - . C'],
    ['active', '- P . A L C'],
    ['pin-locked', '- . A A L C'],
    ['closed', '- . . - - .'],
  ])('ACT-2 H Q44 %s answers every event', (state, row) => {
    const answers = FINANCIAL_EVENTS.map((event) =>
      picture(onFinancialEvent(state, event), FINANCIAL_LETTERS),
    );
    expect(answers.join(' ')).toBe(row);
  });

  it('has a row for each state and an answer for each event, and no more', () => {
    expect(Object.keys(FINANCIAL_TRANSITIONS).sort()).toEqual([...FINANCIAL_STATES].sort());
    for (const row of Object.values(FINANCIAL_TRANSITIONS)) {
      expect(Object.keys(row).sort()).toEqual([...FINANCIAL_EVENTS].sort());
    }
  });

  it('ACT-2 SWAP-2 is activated at most once for each card, and closed for ever', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...FINANCIAL_EVENTS), { maxLength: 30 }), (events) => {
        let state: FinancialState = 'locked';
        let activations = 0;
        let cards = 1;
        let closed = false;
        for (const event of events) {
          const answer = onFinancialEvent(state, event);
          if (event === 'activated' && 'to' in answer) activations += 1;
          if (event === 'new-card' && 'to' in answer) cards += 1;
          state = stateAfter(state, answer);
          closed ||= state === 'closed';
          if (closed) expect(state).toBe('closed');
        }
        expect(activations).toBeLessThanOrEqual(cards);
      }),
    );
  });
});
