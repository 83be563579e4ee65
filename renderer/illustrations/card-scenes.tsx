import { SocialCardDrawing } from './cards.tsx';
import { Scene } from './scenes.tsx';

interface Labelled {
  readonly label: string;
}

const arrow = {
  stroke: 'var(--guide)',
  strokeWidth: 14,
  fill: 'none',
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

/** A card that is not where it was. */
export function LostCardScene({ label }: Labelled) {
  return (
    <Scene label={label}>
      <rect
        x="178"
        y="92"
        width="180"
        height="282"
        rx="22"
        fill="var(--white)"
        stroke="var(--sea-700)"
        strokeWidth="9"
        strokeDasharray="26 18"
      />
      <path
        d="M232 200c0-28 18-42 38-42s38 14 38 42-38 28-38 56M270 300v1"
        stroke="var(--sea-700)"
        strokeWidth="18"
        fill="none"
        strokeLinecap="round"
      />
      <circle cx="392" cy="336" r="62" fill="var(--guide)" stroke="var(--white)" strokeWidth="10" />
      <path d="M392 302v38M392 366v1" stroke="var(--white)" strokeWidth="16" strokeLinecap="round" />
    </Scene>
  );
}

/** A card with a lock over it: shut, or open again. */
export function BlockedCardScene({ label, open = false }: Labelled & { open?: boolean }) {
  return (
    <Scene label={label}>
      <g transform="translate(180 76) scale(0.9)">
        <SocialCardDrawing />
      </g>
      <g stroke="var(--white)" strokeWidth="10" strokeLinejoin="round">
        <path
          d={open ? 'M340 292v-74a44 44 0 0 1 86-14' : 'M340 292v-34a44 44 0 0 1 88 0v34'}
          fill="none"
          stroke="var(--sea-900)"
          strokeWidth="20"
        />
        <rect
          x="306"
          y="286"
          width="156"
          height="118"
          rx="24"
          fill={open ? 'var(--good)' : 'var(--sea-700)'}
        />
      </g>
      <path d="M384 330v30" stroke="var(--white)" strokeWidth="16" strokeLinecap="round" />
    </Scene>
  );
}

/** An old card goes, a new one comes. */
export function SwapScene({ label }: Labelled) {
  return (
    <Scene label={label}>
      <g transform="translate(104 130) scale(0.62)" opacity="0.75">
        <rect
          width="210"
          height="330"
          rx="22"
          fill="var(--sand-200)"
          stroke="var(--sea-900)"
          strokeWidth="8"
        />
        <rect x="70" y="38" width="70" height="82" rx="12" fill="var(--sand-300)" />
        <path d="M36 174h138M36 204h90" stroke="var(--ink-2)" strokeWidth="14" strokeLinecap="round" />
      </g>
      <g transform="translate(312 92) scale(0.74)">
        <SocialCardDrawing />
      </g>
      <path
        d="M178 106c16-40 66-52 104-24m0 0-12-34m12 34-36 6M420 376c-22 36-70 44-104 14m0 0 8 34m-8-34 36-2"
        {...arrow}
      />
    </Scene>
  );
}

/** A broken card for a sound one. */
export function ExchangeScene({ label }: Labelled) {
  return (
    <Scene label={label}>
      <g transform="translate(92 150) rotate(-8) scale(0.6)">
        <SocialCardDrawing />
        <path d="m96-8 26 90-40 54 46 70-30 134" stroke="var(--white)" strokeWidth="22" fill="none" />
        <path d="m96-8 26 90-40 54 46 70-30 134" stroke="var(--sea-900)" strokeWidth="6" fill="none" />
      </g>
      <path d="M246 236h62m0 0-26-28m26 28-26 28" {...arrow} />
      <g transform="translate(332 96) scale(0.72)">
        <SocialCardDrawing />
      </g>
    </Scene>
  );
}

/** The old card is void: struck through. */
export function VoidCardScene({ label }: Labelled) {
  return (
    <Scene label={label}>
      <g transform="translate(188 70) scale(0.95)">
        <SocialCardDrawing />
      </g>
      <circle cx="288" cy="226" r="150" fill="none" stroke="var(--bad)" strokeWidth="18" />
      <path d="m182 332 212-212" stroke="var(--bad)" strokeWidth="18" strokeLinecap="round" />
    </Scene>
  );
}

/** CERT-1: a person and a sheet with a seal. */
export function CertificateScene({ label }: Labelled) {
  return (
    <Scene label={label}>
      <g stroke="var(--sea-900)" strokeWidth="8" strokeLinejoin="round">
        <circle cx="196" cy="176" r="56" fill="#f0c8a4" />
        <path d="M140 168c4-50 108-52 112 0-30-14-76-16-112 0z" fill="var(--sand-200)" />
        <path d="M92 356c6-72 50-104 104-104s98 32 104 104z" fill="var(--sea-600)" />
        <rect x="312" y="96" width="164" height="210" rx="20" fill="var(--white)" />
      </g>
      <path d="M344 144h100M344 182h70" stroke="var(--ink-2)" strokeWidth="12" strokeLinecap="round" />
      <circle cx="424" cy="284" r="52" fill="var(--good)" stroke="var(--white)" strokeWidth="10" />
      <path
        d="m402 284 16 16 30-34"
        stroke="var(--white)"
        strokeWidth="13"
        fill="none"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </Scene>
  );
}
