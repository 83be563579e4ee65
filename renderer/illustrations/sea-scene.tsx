import { Palm } from './palm.tsx';

/** The sea that both grounds of the start screen share; `width` of the drawing, waves down from `top`. */
function Waves({ top }: { top: number }) {
  return (
    <g transform={`translate(0 ${top})`}>
      <path
        d="M-60 60c150-60 330-70 520-30s330 50 520 0 330-50 520 0 300 30 480-10v900H-60z"
        fill="#c9e4e2"
      />
      <path
        d="M-60 150c180-60 320-40 500 0s340 40 520 0 340-40 520 0 300 30 500-10v900H-60z"
        fill="var(--sea-300)"
      />
      <path d="M-60 250c160-50 330-40 490 0s350 50 520 6 330-40 520 0 320 30 510-6v900H-60z" fill="#4fa7a6" />
      <path
        d="M-60 360c190-50 340-30 530 0s330 30 510 0 330-30 510 0 320 20 490-6v900H-60z"
        fill="var(--sea-600)"
      />
    </g>
  );
}

/** The beach the palms stand on. */
function Beach({ top }: { top: number }) {
  return (
    <g transform={`translate(0 ${top})`}>
      <path d="M-60 30c200-60 420-50 640-14s420 40 640 4 420-40 760-4v500H-60z" fill="var(--white)" />
      <path d="M-60 48c200-60 420-50 640-14s420 40 640 4 420-40 760-4v500H-60z" fill="#f6e3b6" />
    </g>
  );
}

/** Sun, hills and a junk far out. */
function Horizon({ x, y }: { x: number; y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle cx="0" cy="-150" r="250" fill="#f3d9a0" opacity="0.3" />
      <circle cx="0" cy="-150" r="168" fill="#f3d9a0" />
    </g>
  );
}

function Hills() {
  return (
    <path
      d="M-80 110c60-20 96-84 130-132 16-22 32-20 46 2l24 38 30-54c14-24 32-24 46 0l26 46 34-66c14-26 34-26 48 0l34 64 28-40c14-20 30-20 44 0l30 44 34-30c14-14 30-12 44 2 60 60 130 130 240 200v60H-80z"
      fill="var(--sea-100)"
    />
  );
}

function Boat() {
  return (
    <g>
      <path d="M-46 0h96l-18 26h-60z" fill="var(--sea-900)" />
      <path d="M4-96v90h52C50-46 34-76 4-96z" fill="var(--white)" stroke="var(--sea-700)" strokeWidth="4" />
      <path d="M-6-78v72h-36c6-32 18-54 36-72z" fill="var(--guide)" />
    </g>
  );
}

/** The card everything here is about. */
function LargeCard() {
  return (
    <>
      <rect x="12" y="20" width="560" height="354" rx="40" fill="var(--sea-900)" opacity="0.16" />
      <rect width="560" height="354" rx="40" fill="var(--sand-50)" stroke="var(--sea-700)" strokeWidth="8" />
      <path
        d="M4 262c82-50 152-42 246 4s174 36 306-26v76a34 34 0 0 1-34 34H38a34 34 0 0 1-34-34z"
        fill="var(--sea-300)"
      />
      <path
        d="M4 306c92-34 172-26 256 2s184 22 296-14v22a34 34 0 0 1-34 34H38a34 34 0 0 1-34-34z"
        fill="#4fa7a6"
      />
      <rect x="52" y="92" width="108" height="86" rx="16" fill="#d9a441" stroke="#8a5a00" strokeWidth="5" />
      <path
        d="M52 122h38v28H52m108-28h-38v28h38M90 92v30m32 28v28"
        stroke="#8a5a00"
        strokeWidth="5"
        fill="none"
      />
      <path d="M206 104h168M206 148h116" stroke="var(--sea-700)" strokeWidth="18" strokeLinecap="round" />
      <path d="M52 222h210" stroke="var(--ink-2)" strokeWidth="14" strokeLinecap="round" />
      <rect x="412" y="70" width="104" height="132" rx="16" fill="var(--sea-100)" />
      <circle cx="464" cy="118" r="26" fill="var(--sea-600)" />
      <path d="M422 202c4-38 20-52 42-52s38 14 42 52z" fill="var(--sea-600)" />
    </>
  );
}

/** Sea, sun and palms under a large card: the start screen's ground, upright or lying. */
export function SeaScene({ lying }: { lying: boolean }) {
  return lying ? (
    <svg viewBox="0 0 1920 1080" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <Horizon x={1480} y={470} />
      <g transform="translate(930 560) scale(1.1)">
        <Hills />
      </g>
      <Waves top={610} />
      <g transform="translate(900 690)">
        <Boat />
      </g>
      <g transform="translate(1130 250) rotate(-6)">
        <LargeCard />
      </g>
      <Beach top={965} />
      <Palm x={1820} y={880} scale={0.95} />
    </svg>
  ) : (
    <svg viewBox="0 0 1080 1300" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <Horizon x={800} y={420} />
      <g transform="translate(40 560)">
        <Hills />
      </g>
      <Waves top={620} />
      <g transform="translate(900 690)">
        <Boat />
      </g>
      <g transform="translate(220 240) rotate(-6)">
        <LargeCard />
      </g>
      <Beach top={1070} />
      <Palm x={130} y={980} scale={1} />
      <Palm x={1010} y={1048} scale={0.8} />
    </svg>
  );
}
