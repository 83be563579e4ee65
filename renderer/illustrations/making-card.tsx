import './illustrations.css';
import type { ViewOf } from '../../src/contracts/view.ts';
import { SocialCardDrawing } from './cards.tsx';

interface MakingCardProps {
  readonly label: string;
  readonly phase: ViewOf<'making-card'>['phase'];
}

const WHITE_CARD = (
  <>
    <rect width="210" height="330" rx="22" fill="var(--white)" stroke="var(--sea-900)" strokeWidth="6" />
    <rect x="70" y="38" width="70" height="82" rx="12" fill="#d9a441" stroke="#8a5a00" strokeWidth="4" />
  </>
);

/** Waves of the writer beside the chip. */
const Writing = () => (
  <g className="pulse" stroke="var(--guide)" strokeWidth="10" fill="none" strokeLinecap="round">
    <path d="M520 270a50 50 0 0 1 0 76M552 246a88 88 0 0 1 0 124M340 270a50 50 0 0 0 0 76M308 246a88 88 0 0 0 0 124" />
  </g>
);

/** The head that prints, going over the card. */
const Printing = () => (
  <g className="print-head">
    <rect x="292" y="404" width="276" height="52" rx="18" fill="var(--sea-700)" />
    <path d="M330 430h200" stroke="var(--sea-300)" strokeWidth="10" strokeLinecap="round" />
  </g>
);

const Checking = () => (
  <g fill="none" strokeWidth="14" strokeLinecap="round" strokeLinejoin="round">
    <circle cx="540" cy="470" r="82" fill="var(--white)" stroke="var(--sea-700)" />
    <path d="m598 528 62 62" stroke="var(--sea-700)" />
    <path d="m504 470 26 26 48-54" stroke="var(--good)" />
  </g>
);

/** The card belongs to somebody now: a person and a tie. */
const Binding = () => (
  <g strokeWidth="7" stroke="var(--sea-900)" strokeLinejoin="round">
    <circle cx="610" cy="390" r="40" fill="#f0c8a4" />
    <path d="M540 506c4-48 32-68 70-68s66 20 70 68z" fill="var(--sea-600)" />
    <path
      d="M538 300c46-10 66 10 70 38"
      fill="none"
      stroke="var(--guide)"
      strokeWidth="12"
      strokeLinecap="round"
    />
  </g>
);

const Rejecting = () => (
  <path
    d="m372 300 116 116m0-116-116 116"
    stroke="var(--bad)"
    strokeWidth="20"
    strokeLinecap="round"
    fill="none"
  />
);

/** The machine from inside: the card stands in the middle, what is being done to it beside it. */
export function MakingCard({ label, phase }: MakingCardProps) {
  const finished = phase === 'checking' || phase === 'binding' || phase === 'keeping-old-card';
  return (
    <svg viewBox="0 0 860 760" role="img" aria-label={label}>
      <rect
        x="150"
        y="40"
        width="560"
        height="660"
        rx="56"
        fill="var(--white)"
        stroke="var(--sand-200)"
        strokeWidth="6"
      />
      <rect x="206" y="96" width="448" height="548" rx="36" fill="var(--sea-50)" />
      <path
        d="M206 560c80-40 140-34 220-6s150 22 228-12v66a36 36 0 0 1-36 36H242a36 36 0 0 1-36-36z"
        fill="var(--sea-100)"
      />
      <g transform="translate(325 200)">
        <g className={phase === 'taking-blank' ? 'come-out' : ''}>
          {finished || phase === 'printing-face' ? <SocialCardDrawing /> : WHITE_CARD}
        </g>
      </g>
      {phase === 'writing' ? <Writing /> : null}
      {phase === 'printing-face' ? <Printing /> : null}
      {phase === 'checking' ? <Checking /> : null}
      {phase === 'binding' ? <Binding /> : null}
      {phase === 'rejecting' ? <Rejecting /> : null}
      {phase === 'keeping-old-card' ? (
        <path
          d="M560 260v170m0 0-36-40m36 40 36-40"
          stroke="var(--guide)"
          strokeWidth="16"
          fill="none"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      ) : null}
    </svg>
  );
}
