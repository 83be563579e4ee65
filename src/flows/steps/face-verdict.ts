import type { FaceResult } from '../../contracts/command.ts';
import { faceDecision } from '../../face/distance.ts';
import type { PolicyPack } from '../../policy/policy-pack.ts';
import type { Entropy } from '../../ports/clock.ts';

export type FaceVerdict =
  | 'accept'
  | 'retry'
  | 'refuse'
  | 'not-live'
  | 'timed-out'
  | 'no-camera'
  | 'no-portrait'
  | 'not-measured';

/** Core decides against the pack's zones; the renderer only measured (architecture.md). */
export function judgeFace(result: FaceResult, policy: PolicyPack['face']): FaceVerdict {
  switch (result.outcome) {
    case 'measured':
      if (result.liveness === 'failed') return 'not-live';
      return faceDecision(result.distance, { accept: policy.acceptAtMost, refuse: policy.refuseAbove });
    case 'no-camera':
      return 'no-camera';
    case 'no-face-in-reference':
      return 'no-portrait';
    case 'timed-out':
      return 'timed-out';
    case 'worker-failed':
      return 'not-measured';
  }
}

/** Turns in random order; both directions appear when two or more are asked for (face.md 4). */
export function drawChallenge(turns: number, entropy: Entropy): ('left' | 'right')[] {
  const random = entropy.bytes(turns);
  const drawn = Array.from(random, (byte) => (byte % 2 === 0 ? ('left' as const) : ('right' as const)));
  const first = drawn[0];
  if (drawn.length > 1 && drawn.every((turn) => turn === first)) {
    drawn[drawn.length - 1] = first === 'left' ? 'right' : 'left';
  }
  return drawn;
}
