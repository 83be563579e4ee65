import type { FaceStep } from '../../src/face/challenge-progress.ts';

interface FaceOvalProps {
  readonly step: FaceStep;
}

/** Where the face belongs and which way to turn; lies over the mirrored camera picture. */
export function FaceOval({ step }: FaceOvalProps) {
  return (
    <svg viewBox="0 0 960 1080" overflow="visible" aria-hidden="true">
      <path
        fillRule="evenodd"
        d="M-600-600h2160v2280H-600zM480 90c160 0 290 170 290 380S640 850 480 850 190 680 190 470 320 90 480 90z"
        fill="#00353c"
        opacity="0.62"
      />
      <ellipse
        cx="480"
        cy="470"
        rx="290"
        ry="380"
        fill="none"
        stroke="#ffffff"
        strokeWidth="8"
        opacity="0.7"
      />
      {step === 'turn-left' ? <TurnArrow x={110} flip={false} /> : null}
      {step === 'turn-right' ? <TurnArrow x={850} flip /> : null}
    </svg>
  );
}

/** The picture is a mirror: the resident's own left is its left. */
function TurnArrow({ x, flip }: { x: number; flip: boolean }) {
  return (
    <g transform={`translate(${x} 470) scale(${flip ? -1 : 1} 1)`}>
      <circle r="96" fill="var(--guide)" />
      <path
        d="M46 0H-44m38-42-42 42 42 42"
        stroke="#ffffff"
        strokeWidth="18"
        fill="none"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </g>
  );
}
