import type { ClipKind } from '../../src/fictitious-residents/clip.ts';
import type { PortraitFeatures } from '../../src/fictitious-residents/portrait-features.ts';
import { replaceCamera } from './camera.ts';

/** Defined by the build: true where the dev dock exists, false in production, where this code is dropped. */
declare const __DEV_DOCK__: boolean;

/** Puts a drawn person before the kiosk instead of the camera; `null` gives the camera back. */
export async function useSampleCamera(
  features: PortraitFeatures | null,
  kind: ClipKind = 'turning',
): Promise<void> {
  if (!__DEV_DOCK__) return;
  if (features === null) return replaceCamera(null);
  const { sampleClipCamera } = await import('./sample-camera.ts');
  replaceCamera(() => sampleClipCamera(features, kind));
}
