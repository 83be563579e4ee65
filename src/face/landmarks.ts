/** A point in pixels of the picture it was found in; y grows downwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What the 68 landmarks say about a face. All lengths in pixels of the picture. */
export interface FaceGeometry {
  readonly jawLeft: Point;
  readonly jawRight: Point;
  readonly chin: Point;
  readonly noseTip: Point;
  readonly leftEye: Point;
  readonly rightEye: Point;
  readonly browY: number;
  readonly mouthWidth: number;
}

/** Landmarks of the 68-point scheme; `null` when there are not 68 finite points. */
export function faceGeometry(points: readonly Point[]): FaceGeometry | null {
  if (points.length !== 68 || points.some((p) => !Number.isFinite(p.x) || !Number.isFinite(p.y))) return null;
  const at = (index: number): Point => points[index] ?? { x: Number.NaN, y: Number.NaN };
  const middle = (from: number, to: number): Point => {
    const some = points.slice(from, to);
    return { x: mean(some.map((p) => p.x)), y: mean(some.map((p) => p.y)) };
  };
  return {
    jawLeft: at(0),
    jawRight: at(16),
    chin: at(8),
    noseTip: at(30),
    leftEye: middle(36, 42),
    rightEye: middle(42, 48),
    browY: (at(19).y + at(24).y) / 2,
    mouthWidth: Math.abs(at(54).x - at(48).x),
  };
}

/**
 * Where the nose stands between the ends of the jaw: 0.5 looks straight, more looks to the right of the
 * picture (face.md §4). `null` when the jaw has no width.
 */
export function turnRatio(face: FaceGeometry): number | null {
  const width = face.jawRight.x - face.jawLeft.x;
  if (Math.abs(width) < 1) return null;
  return (face.noseTip.x - face.jawLeft.x) / width;
}

/** Slope of the line through the eyes, degrees; positive when the right one in the picture is lower. */
export function rollDegrees(face: FaceGeometry): number {
  return (Math.atan2(face.rightEye.y - face.leftEye.y, face.rightEye.x - face.leftEye.x) * 180) / Math.PI;
}

/** Height of the nose tip between eyes and chin: small looks up, large looks down (face.md §5). */
export function pitchRatio(face: FaceGeometry): number {
  const eyes = (face.leftEye.y + face.rightEye.y) / 2;
  return (face.noseTip.y - eyes) / (face.chin.y - eyes);
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
