import type { ReactNode } from 'react';

/** Sea, sun and palms under a large card: the start screen's ground. Fills whatever room it gets. */
export function SeaScene() {
  return (
    <svg viewBox="0 0 1080 900" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <circle cx="800" cy="250" r="120" fill="#f3d9a0" />
      <circle cx="800" cy="250" r="180" fill="#f3d9a0" opacity="0.35" />
      <path d="M0 470c150-60 270-70 420-30s300 50 460 0 140-30 200-20v480H0z" fill="#c9e4e2" />
      <path d="M0 560c160-60 300-40 460 0s300 40 430 0 140-20 190-10v350H0z" fill="var(--sea-300)" />
      <path d="M0 660c140-50 290-40 430 0s330 50 460 6 140-20 190-16v250H0z" fill="#4fa7a6" />
      <path d="M0 770c170-50 300-30 470 0s310 30 430 0 130-10 180-6v136H0z" fill="var(--sea-600)" />
      <g transform="translate(300 130) rotate(-6)">
        <rect x="10" y="16" width="480" height="304" rx="34" fill="var(--sea-900)" opacity="0.14" />
        <rect
          width="480"
          height="304"
          rx="34"
          fill="var(--sand-50)"
          stroke="var(--sea-700)"
          strokeWidth="7"
        />
        <path
          d="M4 226c70-44 130-36 210 4s150 30 262-22v62a30 30 0 0 1-30 30H34a30 30 0 0 1-30-30z"
          fill="var(--sea-300)"
        />
        <rect x="44" y="76" width="92" height="74" rx="14" fill="#d9a441" stroke="#8a5a00" strokeWidth="4" />
        <path
          d="M44 102h32v24H44m92-24h-32v24h32M76 76v26m28 24v24"
          stroke="#8a5a00"
          strokeWidth="4"
          fill="none"
        />
        <path d="M176 90h220M176 128h150" stroke="var(--sea-700)" strokeWidth="16" strokeLinecap="round" />
        <path d="M44 194h180" stroke="var(--ink-2)" strokeWidth="12" strokeLinecap="round" />
      </g>
      <Palm x={215} y={690} scale={0.82} />
      <Palm x={905} y={740} scale={0.7} />
    </svg>
  );
}

function Palm({ x, y, scale }: { x: number; y: number; scale: number }) {
  return (
    <g transform={`translate(${x} ${y}) scale(${scale})`}>
      <path d="M-14 130C-2 20-10-120-44-250l22-6C20-130 26 10 22 130z" fill="var(--sea-900)" />
      <g fill="var(--sea-700)">
        <path d="M-34-252c-60-60-130-60-176-10 70-18 120-8 176 10z" />
        <path d="M-34-252c-20-80-80-130-150-120 70 24 110 60 150 120z" />
        <path d="M-34-252c10-84 70-140 142-136-66 32-104 70-142 136z" />
        <path d="M-34-252c60-66 136-70 186-16-74-22-124-8-186 16z" />
        <path d="M-34-252c-70-16-124 16-146 76 44-50 90-70 146-76z" />
        <path d="M-34-252c70-20 130 10 154 70-50-46-98-64-154-70z" />
      </g>
      <circle cx="-42" cy="-238" r="15" fill="#8a5a00" />
      <circle cx="-20" cy="-232" r="15" fill="#8a5a00" />
    </g>
  );
}

function Scene({ label, children }: { label: string; children: ReactNode }) {
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
