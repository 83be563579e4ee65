import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withDotsPerInch } from './jfif-density.ts';
import { type FaceGeometry, faceGeometry, pitchRatio, rollDegrees, turnRatio } from './landmarks.ts';
import { backgroundBeside, findCrown } from './photo-background.ts';
import {
  DEFAULT_PHOTO_LIMITS,
  leniently,
  type PhotoHint,
  type PhotoMeasures,
  photoVerdict,
} from './photo-compliance.ts';
import { CARD_PHOTO, cropInside, estimatedCrown, photoCrop } from './photo-crop.ts';
import { deviationOf, laplacianVariance, luminanceOf, sidewaysDifference } from './picture-light.ts';

/** A face 207 px wide whose eyes, brows and chin lie as they do in most people. */
const FACE: FaceGeometry = {
  jawLeft: { x: 300, y: 300 },
  jawRight: { x: 507, y: 300 },
  chin: { x: 403, y: 440 },
  noseTip: { x: 404, y: 345 },
  leftEye: { x: 355, y: 290 },
  rightEye: { x: 452, y: 290 },
  browY: 262,
  mouthWidth: 66,
};
const FRAME = { width: 1280, height: 960 };
const CROWN = 120;

function measures(
  change: Partial<NonNullable<PhotoMeasures['face']>> = {},
  geometry: Partial<FaceGeometry> = {},
  faces = 1,
): PhotoMeasures {
  const face = { ...FACE, ...geometry };
  const crop = photoCrop(face, CROWN) ?? { x: 0, y: 0, width: 0, height: 0 };
  const background = { channels: [245, 244, 246], deviation: 3 } as const;
  const light = { score: 0.9, luminance: 140, sidewaysDifference: 5, sharpness: 70 };
  return {
    faces,
    frame: FRAME,
    face: { ...light, geometry: face, crop, crownY: CROWN, background, ...change },
  };
}

describe('the crop rule', () => {
  it('APPLY-4 face 207 px wide and in the middle, crown 14 px from the top', () => {
    expect(photoCrop(FACE, CROWN)).toEqual({ x: 403.5 - 179, y: 106, width: 358, height: 441 });
  });

  it('APPLY-4 the eyes stay 207 px above the bottom, even if hair is cut', () => {
    const crop = photoCrop(FACE, 10);
    expect(crop?.y).toBe(290 + 207 - 441);
    expect(
      photoVerdict(
        measures({ crownY: 10, crop: crop ?? { x: 0, y: 0, width: 0, height: 0 } }),
        DEFAULT_PHOTO_LIMITS,
      ),
    ).toEqual({ problems: [], warnings: ['hair-cut-off'] });
  });

  it('APPLY-4 holds for every face: proportions of the card, eyes high enough', () => {
    const face = fc.record({
      width: fc.integer({ min: 60, max: 600 }),
      eyesY: fc.integer({ min: 100, max: 500 }),
      hair: fc.integer({ min: 20, max: 400 }),
    });
    fc.assert(
      fc.property(face, ({ width, eyesY, hair }) => {
        const geometry = {
          ...FACE,
          jawLeft: { x: 100, y: 0 },
          jawRight: { x: 100 + width, y: 0 },
          leftEye: { x: 0, y: eyesY },
          rightEye: { x: 0, y: eyesY },
        };
        const crop = photoCrop(geometry, eyesY - hair);
        if (crop === null) return false;
        const toCard = CARD_PHOTO.width / crop.width;
        expect(crop.height * toCard).toBeCloseTo(CARD_PHOTO.height, 6);
        expect((crop.y + crop.height - eyesY) * toCard).toBeGreaterThanOrEqual(207 - 1e-6);
        return true;
      }),
    );
  });

  it('a face without width has no crop', () => {
    expect(photoCrop({ ...FACE, jawRight: FACE.jawLeft }, CROWN)).toBeNull();
    expect(cropInside({ x: -1, y: 0, width: 10, height: 10 }, FRAME)).toBe(false);
  });
});

describe('photoVerdict', () => {
  it('APPLY-4 takes a frontal face before a white ground', () => {
    expect(photoVerdict(measures(), DEFAULT_PHOTO_LIMITS)).toEqual({ problems: [], warnings: [] });
  });

  const CASES: readonly (readonly [PhotoHint, PhotoMeasures])[] = [
    ['one-person', measures({}, {}, 2)],
    [
      'come-closer',
      measures(
        {},
        { jawLeft: { x: 350, y: 300 }, jawRight: { x: 470, y: 300 }, noseTip: { x: 412, y: 345 } },
      ),
    ],
    ['move-back', measures({ crop: { x: 0, y: 0, width: 1300, height: 1600 } })],
    ['move-to-centre', measures({ crop: { x: -4, y: 100, width: 358, height: 441 } })],
    ['look-straight', measures({}, { noseTip: { x: 420, y: 345 } })],
    ['level-head', measures({}, { rightEye: { x: 452, y: 300 } })],
    ['chin-level', measures({}, { noseTip: { x: 404, y: 358 } })],
    ['more-light', measures({ luminance: 40 })],
    ['too-bright', measures({ luminance: 220 })],
    ['even-light', measures({ sidewaysDifference: -50 })],
    ['hold-still', measures({ sharpness: 10 })],
    ['white-background', measures({ background: { channels: [230, 230, 230], deviation: 3 } })],
    ['white-background', measures({ background: { channels: [250, 250, 236], deviation: 3 } })],
    ['white-background', measures({ background: { channels: [245, 245, 245], deviation: 9 } })],
  ];
  it.each(CASES)('APPLY-4 says %s', (hint, picture) => {
    expect(photoVerdict(picture, DEFAULT_PHOTO_LIMITS).problems).toEqual([hint]);
  });

  it('APPLY-4 lets the room through with a warning in the end, never the pose', () => {
    for (const [hint, picture] of CASES) {
      const verdict = leniently(photoVerdict(picture, DEFAULT_PHOTO_LIMITS));
      const room = ['more-light', 'too-bright', 'even-light', 'white-background'].includes(hint);
      expect(verdict.problems).toEqual(room ? [] : [hint]);
      if (room) expect(verdict.warnings).toContain(hint);
    }
  });

  it('APPLY-4 a smile is only a warning, an empty picture only says so', () => {
    expect(photoVerdict(measures({}, { mouthWidth: 80 }), DEFAULT_PHOTO_LIMITS)).toEqual({
      problems: [],
      warnings: ['smiling'],
    });
    expect(photoVerdict({ faces: 0, frame: FRAME, face: null }, DEFAULT_PHOTO_LIMITS).problems).toEqual([
      'no-face',
    ]);
  });
});

describe('background and crown', () => {
  /** A dark head of 260 px on a ground of one grey. */
  function picture(ground: number) {
    const data = new Uint8Array(FRAME.width * 500 * 4).fill(ground);
    for (let y = CROWN; y < 500; y++) data.fill(40, (y * FRAME.width + 275) * 4, (y * FRAME.width + 535) * 4);
    return { width: FRAME.width, height: 500, data };
  }
  it('APPLY-4 reads the ground beside the head and finds the crown', () => {
    const white = picture(244);
    const background = backgroundBeside(white, FACE);
    expect(background).toEqual({ channels: [244, 244, 244], deviation: 0 });
    expect(findCrown(white, FACE, background)).toBe(CROWN);
  });
  it('falls back to chin and brows when head and ground cannot be told apart', () => {
    const dark = picture(45);
    expect(findCrown(dark, FACE, backgroundBeside(dark, FACE))).toBe(estimatedCrown(FACE));
  });
});

describe('light and sharpness', () => {
  it('are nothing for a flat picture and rise with edges', () => {
    const flat = new Float32Array(100).fill(90);
    const striped = flat.map((_, i) => (i % 2) * 200);
    expect(laplacianVariance(flat, 10, 10)).toBe(0);
    expect(laplacianVariance(striped, 10, 10)).toBeGreaterThan(1000);
    expect(
      sidewaysDifference(
        flat.map((_, i) => (i % 10 < 5 ? 200 : 100)),
        10,
      ),
    ).toBe(100);
    expect(luminanceOf({ width: 1, height: 1, data: [255, 255, 255, 255] })[0]).toBeCloseTo(255, 3);
    expect(deviationOf([])).toBe(0);
  });
});

describe('landmarks', () => {
  it('turn, roll and pitch of a straight face are near their middle', () => {
    expect(turnRatio(FACE)).toBeCloseTo(0.502, 2);
    expect(rollDegrees(FACE)).toBe(0);
    expect(pitchRatio(FACE)).toBeCloseTo(0.367, 2);
  });
  it('are refused unless there are 68 finite points', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ x: fc.double(), y: fc.double() }), { minLength: 60, maxLength: 75 }),
        (points) => {
          const finite = points.every((point) => Number.isFinite(point.x) && Number.isFinite(point.y));
          return (faceGeometry(points) !== null) === (points.length === 68 && finite);
        },
      ),
    );
  });
});

describe('withDotsPerInch', () => {
  const HEADER = [0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0];
  it('APPLY-4 writes 350 dots per inch and nothing else', () => {
    const marked = withDotsPerInch(Uint8Array.from(HEADER), 350);
    expect(marked).toEqual({
      ok: true,
      value: Uint8Array.from([...HEADER.slice(0, 13), 1, 1, 94, 1, 94, 0, 0]),
    });
  });
  it('refuses what is no JFIF picture, however long', () => {
    expect(withDotsPerInch(Uint8Array.from(HEADER.slice(0, 19)), 350)).toEqual({
      ok: false,
      error: 'not-jfif',
    });
    fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => !withDotsPerInch(bytes, 350).ok));
  });
});
