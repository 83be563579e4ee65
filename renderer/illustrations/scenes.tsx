import type { ReactNode } from 'react';
import { Palm } from './palm.tsx';

/** The ground all scenes stand on. 560 × 460. */
export function Scene({ label, children }: { label: string; children: ReactNode }) {
  return (
    <svg viewBox="0 0 560 460" role="img" aria-label={label}>
      <circle cx="280" cy="226" r="206" fill="var(--sea-50)" />
      <path
        d="M92 310c60-36 110-30 170-4s120 24 206-18c-26 80-100 144-188 144-86 0-160-50-188-122z"
        fill="var(--sea-100)"
      />
      {children}
    </svg>
  );
}

/** A clock: waiting, and time that ran out. */
export function ClockScene({ label }: { label: string }) {
  return (
    <Scene label={label}>
      <circle cx="280" cy="226" r="126" fill="var(--white)" stroke="var(--sea-700)" strokeWidth="12" />
      <path
        d="M280 146v84l56 34"
        stroke="var(--guide)"
        strokeWidth="14"
        strokeLinecap="round"
        strokeLinejoin="round"
        fill="none"
      />
      <path
        d="M280 118v8M280 326v8M172 226h8M380 226h8"
        stroke="var(--sea-700)"
        strokeWidth="10"
        strokeLinecap="round"
      />
    </Scene>
  );
}

/** A telephone that receives a message. */
export function MessageScene({ label }: { label: string }) {
  return (
    <Scene label={label}>
      <rect
        x="170"
        y="70"
        width="180"
        height="320"
        rx="34"
        fill="var(--white)"
        stroke="var(--sea-900)"
        strokeWidth="8"
      />
      <path d="M240 364h40" stroke="var(--sea-900)" strokeWidth="8" strokeLinecap="round" />
      <path
        d="M270 130h170a24 24 0 0 1 24 24v70a24 24 0 0 1-24 24H340l-46 40v-40h-24a24 24 0 0 1-24-24v-70a24 24 0 0 1 24-24z"
        fill="var(--sea-700)"
        stroke="var(--white)"
        strokeWidth="8"
      />
      <path d="M292 172h126M292 206h82" stroke="var(--white)" strokeWidth="12" strokeLinecap="round" />
    </Scene>
  );
}

/** A waving hand: goodbye. */
export function GoodbyeScene({ label }: { label: string }) {
  return (
    <Scene label={label}>
      <path
        d="M214 330c-30-40-56-80-74-122-8-22 20-34 32-16l34 46-34-124c-6-24 28-34 36-10l34 110-12-140c-2-26 34-28 38-4l16 136 20-122c4-24 38-20 36 6l-10 146c16-22 30-34 48-40 22-6 36 16 18 34-34 34-44 70-66 108-24 42-86 36-116-8z"
        fill="#f0c8a4"
        stroke="var(--sea-900)"
        strokeWidth="8"
        strokeLinejoin="round"
      />
      <path
        d="M114 120c-16 14-24 32-26 52M446 110c18 14 28 32 30 54"
        stroke="var(--guide)"
        strokeWidth="10"
        strokeLinecap="round"
        fill="none"
      />
    </Scene>
  );
}

/** A house under a palm: where one lives. */
export function HomeScene({ label }: { label: string }) {
  return (
    <Scene label={label}>
      <Palm x={440} y={300} scale={0.62} />
      <g stroke="var(--sea-900)" strokeWidth="8" strokeLinejoin="round">
        <rect x="146" y="214" width="226" height="150" rx="8" fill="var(--white)" />
        <path d="M112 222 259 106l147 116z" fill="var(--sea-600)" />
        <path d="M228 364v-84a30 30 0 0 1 62 0v84z" fill="#f6e3b6" />
        <rect x="168" y="250" width="40" height="40" rx="6" fill="var(--sea-100)" />
        <rect x="310" y="250" width="40" height="40" rx="6" fill="var(--sea-100)" />
      </g>
      <path d="M96 366h372" stroke="var(--sea-900)" strokeWidth="9" strokeLinecap="round" />
      <circle cx="276" cy="322" r="5" fill="var(--sea-900)" />
    </Scene>
  );
}

/** A kiosk at rest: out of service. */
export function RestScene({ label }: { label: string }) {
  return (
    <Scene label={label}>
      <rect
        x="180"
        y="70"
        width="200"
        height="270"
        rx="28"
        fill="var(--white)"
        stroke="var(--sea-900)"
        strokeWidth="8"
      />
      <rect x="204" y="96" width="152" height="120" rx="14" fill="var(--sea-700)" />
      <path
        d="M250 156h12M298 156h12M262 190c12-10 24-10 36 0"
        stroke="var(--white)"
        strokeWidth="9"
        strokeLinecap="round"
        fill="none"
      />
      <path d="M216 252h70M216 280h44" stroke="var(--sand-300)" strokeWidth="12" strokeLinecap="round" />
      <path
        d="M240 340v60M320 340v60M210 402h140"
        stroke="var(--sea-900)"
        strokeWidth="10"
        strokeLinecap="round"
      />
      <path
        d="M338 300a44 44 0 0 1 56-54l-24 26 10 22 24 4 22-24a44 44 0 0 1-56 54l-40 44-26-26z"
        fill="#d9a441"
        stroke="var(--sea-900)"
        strokeWidth="7"
        strokeLinejoin="round"
      />
    </Scene>
  );
}

/** A face and a card's photo beside each other. */
export function FaceScene({ label }: { label: string }) {
  return (
    <Scene label={label}>
      <rect
        x="110"
        y="96"
        width="150"
        height="190"
        rx="75"
        fill="var(--white)"
        stroke="var(--sea-700)"
        strokeWidth="9"
        strokeDasharray="22 14"
      />
      <circle cx="185" cy="172" r="38" fill="#f0c8a4" stroke="var(--sea-900)" strokeWidth="7" />
      <path
        d="M130 272c4-38 24-54 55-54s51 16 55 54"
        fill="var(--sea-600)"
        stroke="var(--sea-900)"
        strokeWidth="7"
      />
      <path d="M286 176h32m-32 24h32" stroke="var(--guide)" strokeWidth="11" strokeLinecap="round" />
      <rect
        x="338"
        y="126"
        width="150"
        height="130"
        rx="16"
        fill="var(--sand-50)"
        stroke="var(--sea-900)"
        strokeWidth="7"
      />
      <circle cx="448" cy="172" r="17" fill="var(--sea-600)" />
      <path d="M420 224c2-24 12-32 28-32s26 8 28 32z" fill="var(--sea-600)" />
      <path
        d="M356 156h42M356 180h32M356 204h42"
        stroke="var(--ink-2)"
        strokeWidth="8"
        strokeLinecap="round"
      />
    </Scene>
  );
}
