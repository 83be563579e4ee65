import { descriptorDistance } from '../../src/face/distance.ts';
import { faceGeometry, turnRatio } from '../../src/face/landmarks.ts';
import { type FrameMeasures, failingGates } from '../../src/face/quality-gates.ts';
import { describeFace, type FoundFace, findFaces } from './face-models.ts';
import { faceLight, paddedPortrait } from './pictures.ts';
import type { FaceWork, Look } from './worker-messages.ts';

/** Descriptors of one verification. They never leave the worker and end with it (ID-6). */
export interface Session {
  reference: Float32Array | null;
  first: Float32Array | null;
}

/** Describes a still: padded, thorough detector first, then the small one for blurred portraits. */
export async function describeStill(picture: Blob): Promise<Float32Array | null> {
  const bitmap = await createImageBitmap(picture).catch(notAPicture);
  if (bitmap === null) return null;
  try {
    const padded = paddedPortrait(bitmap);
    const face = (await describeFace(padded, 'thorough')) ?? (await describeFace(padded, 'small'));
    return face?.descriptor ?? null;
  } finally {
    bitmap.close();
  }
}

/** A chip's bytes may be damaged: then there is no face in them, and that is all. */
function notAPicture(cause: unknown): null {
  if (cause instanceof DOMException && cause.name === 'InvalidStateError') return null;
  throw cause;
}

/** Measures a frame; compares it only when every gate is kept, because a comparison takes ten times as long. */
export async function look(
  frame: OffscreenCanvas,
  ask: FaceWork['look']['ask'],
  session: Session,
): Promise<Look> {
  const faces = await findFaces(frame, 'quick');
  const measures = measure(frame, faces);
  if (!ask.describe || failingGates(measures, ask.gates).length > 0) return { measures, compared: null };
  const described = await describeFace(frame, 'thorough');
  if (described === null) return { measures, compared: null };
  session.first ??= described.descriptor;
  return {
    measures,
    compared: {
      distance:
        session.reference === null
          ? Number.POSITIVE_INFINITY
          : descriptorDistance(session.reference, described.descriptor),
      continuity: descriptorDistance(session.first, described.descriptor),
    },
  };
}

function measure(frame: OffscreenCanvas, faces: readonly FoundFace[]): FrameMeasures {
  const largest = faces[0];
  const geometry = largest === undefined ? null : faceGeometry(largest.landmarks);
  const ratio = geometry === null ? null : turnRatio(geometry);
  if (largest === undefined || ratio === null)
    return { faces: faces.length, face: null, frameHeight: frame.height };
  const { luminance, sharpness } = faceLight(frame, largest);
  const face = {
    score: largest.score,
    boxHeight: largest.box.height,
    turnRatio: ratio,
    luminance,
    sharpness,
  };
  return { faces: faces.length, face, frameHeight: frame.height };
}
