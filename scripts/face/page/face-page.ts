import type { FaceOutcome } from '../../../renderer/face/verify-face.ts';
import type { Look } from '../../../renderer/face/worker-messages.ts';
import type { FaceCheckOptions } from '../../../src/face/options.ts';
import type { Turn } from '../../../src/face/turn-challenge.ts';
import type { PortraitFeatures } from '../../../src/fictitious-residents/portrait-features.ts';

/** What the page can be asked from outside, as `globalThis.face`: the kiosk's own face code without the kiosk. */
export interface FacePage {
  /** Descriptor of a still, or `null` when no face is found in it. */
  describe(url: string): Promise<number[] | null>;
  /** One camera frame through the gates, compared with the last `reference`. */
  look(url: string): Promise<Look>;
  reference(url: string): Promise<boolean>;
  verify(
    portraitUrl: string,
    challenge: readonly Turn[],
    options: Partial<FaceCheckOptions>,
  ): Promise<{ result: FaceOutcome; progress: string[]; screenFps: number; worstGapMs: number }>;
  /** Puts a drawn person before the camera; only in a build with the dev dock. */
  sampleCamera(features: PortraitFeatures): Promise<void>;
  photo(white: boolean): Promise<{ outcome: string; hints: string[]; jpeg: number[] | null }>;
}
