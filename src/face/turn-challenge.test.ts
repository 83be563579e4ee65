import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faceProgress } from './challenge-progress.ts';
import { DEFAULT_CHALLENGE_LIMITS } from './options.ts';
import {
  CHALLENGE_START,
  type ChallengeFrame,
  type ChallengeRules,
  type ChallengeState,
  challengeStep,
  wantsDescription,
} from './turn-challenge.ts';

const RULES: ChallengeRules = { turns: ['left', 'right'], limits: DEFAULT_CHALLENGE_LIMITS, mirrored: false };
const STRAIGHT = 0.5;
/** What a flat photo swung by 35 degrees reaches at most (face.md §4). */
const PHOTO_REACH = 0.044;

/** Plays frames 40 ms apart; frontal good frames are described, as the worker does. */
class Player {
  state: ChallengeState = CHALLENGE_START;
  at = 0;
  readonly rules: ChallengeRules;
  constructor(rules = RULES) {
    this.rules = rules;
  }
  show(turnRatio: number | null, times = 1, change: Partial<ChallengeFrame> = {}): this {
    for (let i = 0; i < times; i++) {
      this.at += 40;
      const good = turnRatio !== null && Math.abs(turnRatio - STRAIGHT) <= 0.05;
      const described = good && wantsDescription(this.state, this.rules);
      const faces = turnRatio === null ? 0 : 1;
      const frame = { at: this.at, faces, turnRatio, good, continuity: described ? 0.1 : null, ...change };
      this.state = challengeStep(this.state, frame, this.rules);
    }
    return this;
  }
  get result(): string {
    return this.state.phase === 'failed' ? this.state.because : this.state.phase;
  }
}
const begun = (rules?: ChallengeRules): Player => new Player(rules).show(STRAIGHT, 5);

describe('the turn challenge', () => {
  it('ID-5 passes who turns left, comes back, turns right, and comes back', () => {
    const player = begun().show(0.66, 5).show(STRAIGHT, 3).show(0.34, 5);
    expect(player.result).toBe('return');
    expect(player.show(STRAIGHT, 3).result).toBe('passed');
  });

  it('ID-5 follows the order core drew', () => {
    const rules: ChallengeRules = { ...RULES, turns: ['right', 'left'] };
    expect(begun(rules).show(0.34, 3).show(STRAIGHT, 2).show(0.66, 3).show(STRAIGHT, 2).result).toBe(
      'passed',
    );
  });

  it('ID-5 measures from the own frontal value, not from one half', () => {
    const crooked = new Player().show(0.45, 5);
    expect(crooked.show(0.52, 5).result).toBe('turn');
    expect(crooked.show(0.54, 5).result).toBe('return');
  });

  it('ID-5 swaps the sides for a mirrored camera', () => {
    const mirrored = { ...RULES, mirrored: true };
    expect(begun(mirrored).show(0.34, 3).result).toBe('return');
  });

  it('ID-5 fails a held-up photo, however it is swung', () => {
    const swing = fc.array(fc.double({ min: -PHOTO_REACH, max: PHOTO_REACH, noNaN: true }), {
      minLength: 110,
      maxLength: 150,
    });
    fc.assert(
      fc.property(swing, (reach) => {
        const player = begun();
        for (const one of reach) player.show(STRAIGHT + one);
        return player.result === 'too-slow';
      }),
    );
  });

  it('ID-5 fails another person stepping in, in every phase', () => {
    const swap = { good: true, continuity: 0.36 };
    for (const player of [
      begun(),
      begun().show(0.66, 3),
      begun().show(0.66, 3).show(STRAIGHT).show(0.34, 3).show(STRAIGHT),
    ]) {
      expect(player.show(STRAIGHT, 1, swap).result).toBe('another-person');
    }
  });

  it('ID-5 a continuity that is not a number is another person', () => {
    expect(begun().show(STRAIGHT, 1, { continuity: Number.NaN }).result).toBe('another-person');
  });

  it('ID-5 fails a second face that stays, forgives one that flickers', () => {
    expect(begun().show(STRAIGHT, 3, { faces: 2 }).show(STRAIGHT).result).toBe('turn');
    expect(begun().show(STRAIGHT, 4, { faces: 2 }).result).toBe('second-face');
  });

  it('ID-5 fails a face that is gone for more than a second, forgives a missed frame', () => {
    expect(begun().show(null, 25).show(STRAIGHT).result).toBe('turn');
    expect(begun().show(null, 26).result).toBe('face-lost');
  });

  it('a turn seen in one frame alone is no turn', () => {
    expect(begun().show(0.66).show(STRAIGHT).result).toBe('turn');
  });

  it('forgives two turns the wrong way, not a third', () => {
    const twice = begun().show(0.34, 3).show(STRAIGHT, 2).show(0.34, 3).show(STRAIGHT, 2);
    expect(twice.result).toBe('turn');
    expect(twice.show(0.34, 3).result).toBe('wrong-way');
  });

  it('counts only frames that pass the gates into the own frontal value', () => {
    const player = new Player().show(STRAIGHT, 20, { good: false });
    expect(player.result).toBe('baseline');
    expect(player.show(null, 100).result).toBe('baseline');
  });

  it('ID-5 passed is never reached without every turn, whatever the camera sees', () => {
    const frame = fc.record({
      ratio: fc.option(fc.double({ min: 0.3, max: 0.58 - 1e-9, noNaN: true })),
      faces: fc.integer({ min: 0, max: 2 }),
      continuity: fc.option(fc.double({ min: 0, max: 0.35, noNaN: true })),
      wait: fc.integer({ min: 0, max: 500 }),
    });
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 200 }), (frames) => {
        // Baselines lie at 0.5; nothing here ever turns left, so the challenge cannot be passed.
        let state = begun().state;
        let at = 200;
        for (const { ratio, faces, continuity, wait } of frames) {
          at += wait;
          state = challengeStep(state, { at, faces, turnRatio: ratio, good: true, continuity }, RULES);
        }
        return state.phase === 'turn' || state.phase === 'failed';
      }),
    );
  });

  it('failed stays failed', () => {
    const player = begun().show(null, 30);
    expect(player.show(STRAIGHT, 10).show(0.66, 5).result).toBe('face-lost');
  });
});

describe('faceProgress', () => {
  it('counts the steps, and tells a turned head only what matters to it', () => {
    expect(faceProgress(CHALLENGE_START, ['more-light'], RULES)).toEqual({
      hint: 'more-light',
      step: 'look-straight',
      stepIndex: 0,
      of: 5,
    });
    const turning = begun();
    expect(faceProgress(turning.state, ['look-straight', 'hold-still'], RULES)).toEqual({
      hint: null,
      step: 'turn-left',
      stepIndex: 1,
      of: 5,
    });
    expect(faceProgress(turning.state, ['no-face'], RULES).hint).toBe('no-face');
    turning.show(0.66, 3);
    expect(faceProgress(turning.state, [], RULES)).toMatchObject({ step: 'look-straight', stepIndex: 2 });
    turning.show(STRAIGHT, 1);
    expect(faceProgress(turning.state, [], RULES)).toMatchObject({ step: 'turn-right', stepIndex: 3 });
    turning.show(0.34, 2).show(STRAIGHT);
    expect(faceProgress(turning.state, [], RULES)).toMatchObject({ step: 'look-straight', stepIndex: 4 });
  });
});
