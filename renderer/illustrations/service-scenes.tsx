import { SocialCardDrawing } from './cards.tsx';
import { Scene } from './scenes.tsx';

interface Labelled {
  readonly label: string;
}

/** Modules of a code that is only a drawing of one. */
const SQUARES = [
  [0, 0, 3],
  [5, 0, 3],
  [0, 5, 3],
  [4, 4, 1],
  [5, 6, 2],
  [7, 4, 1],
  [4, 7, 1],
] as const;

function CodeDrawing({ x, y, side }: { x: number; y: number; side: number }) {
  const unit = side / 8;
  return (
    <g transform={`translate(${x} ${y})`} fill="var(--sea-900)">
      {SQUARES.map(([column, row, size]) => (
        <rect
          key={`${column} ${row}`}
          x={column * unit}
          y={row * unit}
          width={size * unit}
          height={size * unit}
          rx={unit / 4}
        />
      ))}
    </g>
  );
}

function Phone({ x, y }: { x: number; y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect width="150" height="266" rx="30" fill="var(--white)" stroke="var(--sea-900)" strokeWidth="8" />
      <path d="M56 244h38" stroke="var(--sea-900)" strokeWidth="8" strokeLinecap="round" />
    </g>
  );
}

/** A telephone that reads the code on the screen. */
export function PayByPhoneScene({ label }: Labelled) {
  return (
    <Scene label={label}>
      <rect
        x="86"
        y="116"
        width="196"
        height="196"
        rx="26"
        fill="var(--white)"
        stroke="var(--sea-700)"
        strokeWidth="9"
      />
      <CodeDrawing x={116} y={146} side={136} />
      <path d="M298 180 366 150v138l-68-44z" fill="var(--sea-300)" opacity="0.7" />
      <Phone x={364} y={92} />
      <circle cx="439" cy="210" r="42" fill="var(--sea-600)" />
      <path
        d="m422 190 17 20 17-20m-17 20v24m-16-18h32m-32 12h32"
        stroke="var(--white)"
        strokeWidth="8"
        fill="none"
        strokeLinecap="round"
      />
    </Scene>
  );
}

/** The code of a telephone before the camera. */
export function ShowCodeScene({ label }: Labelled) {
  return (
    <Scene label={label}>
      <Phone x={96} y={100} />
      <CodeDrawing x={121} y={160} side={100} />
      <path
        d="M258 232h66m0 0-28-28m28 28-28 28"
        stroke="var(--guide)"
        strokeWidth="13"
        fill="none"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <rect x="344" y="168" width="132" height="120" rx="30" fill="var(--sea-700)" />
      <circle cx="410" cy="228" r="40" fill="var(--white)" />
      <circle cx="410" cy="228" r="20" fill="var(--sea-900)" />
    </Scene>
  );
}

/** The electronic card on a telephone. */
export function ElectronicCardScene({ label }: Labelled) {
  return (
    <Scene label={label}>
      <Phone x={150} y={92} />
      <g transform="translate(166 130) scale(0.56 0.5)">
        <SocialCardDrawing />
      </g>
      <g transform="translate(352 150) scale(0.5)">
        <SocialCardDrawing />
      </g>
      <path d="M310 210h30m0 36h-30" stroke="var(--guide)" strokeWidth="12" strokeLinecap="round" />
    </Scene>
  );
}

/** Sheets with lines and sums. */
export function RecordsScene({ label }: Labelled) {
  return (
    <Scene label={label}>
      <g stroke="var(--sea-900)" strokeWidth="8" strokeLinejoin="round">
        <rect
          x="214"
          y="82"
          width="210"
          height="280"
          rx="22"
          fill="var(--sand-100)"
          transform="rotate(6 320 220)"
        />
        <rect x="146" y="82" width="220" height="288" rx="22" fill="var(--white)" />
      </g>
      <path
        d="M182 136h148M182 182h92M182 228h148M182 274h92"
        stroke="var(--ink-2)"
        strokeWidth="13"
        strokeLinecap="round"
      />
      <path d="M300 182h30M300 274h30" stroke="var(--sea-600)" strokeWidth="13" strokeLinecap="round" />
      <circle cx="386" cy="336" r="56" fill="var(--sea-600)" stroke="var(--white)" strokeWidth="9" />
      <path
        d="m366 310 20 24 20-24m-20 24v30m-20-22h40m-40 14h40"
        stroke="var(--white)"
        strokeWidth="8"
        fill="none"
        strokeLinecap="round"
      />
    </Scene>
  );
}

/** Stations of a way, the card on the last one. */
export function ProgressScene({ label }: Labelled) {
  return (
    <Scene label={label}>
      <path
        d="M104 316h352"
        stroke="var(--sea-700)"
        strokeWidth="12"
        strokeLinecap="round"
        strokeDasharray="2 26"
      />
      {[120, 220, 320].map((x) => (
        <g key={x}>
          <circle cx={x} cy="316" r="32" fill="var(--good)" stroke="var(--white)" strokeWidth="8" />
          <path
            d={`m${x - 13} 316 10 10 18-20`}
            stroke="var(--white)"
            strokeWidth="9"
            fill="none"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </g>
      ))}
      <circle cx="428" cy="316" r="32" fill="var(--white)" stroke="var(--sea-700)" strokeWidth="9" />
      <g transform="translate(374 92) scale(0.5)">
        <SocialCardDrawing />
      </g>
    </Scene>
  );
}

/** A building with a pin over it: where a counter is. */
export function OutletsScene({ label }: Labelled) {
  return (
    <Scene label={label}>
      <g stroke="var(--sea-900)" strokeWidth="8" strokeLinejoin="round">
        <rect x="118" y="220" width="250" height="150" fill="var(--white)" />
        <path d="M98 220 243 132l145 88z" fill="var(--sea-600)" />
        <path d="M158 252v86M214 252v86M272 252v86M328 252v86" strokeWidth="16" stroke="var(--sand-300)" />
      </g>
      <path d="M92 372h312" stroke="var(--sea-900)" strokeWidth="10" strokeLinecap="round" />
      <path
        d="M412 258s72-60 72-112a72 72 0 0 0-144 0c0 52 72 112 72 112z"
        fill="var(--guide)"
        stroke="var(--white)"
        strokeWidth="9"
      />
      <circle cx="412" cy="146" r="27" fill="var(--white)" />
    </Scene>
  );
}

/** A question and an answer. */
export function HelpScene({ label }: Labelled) {
  return (
    <Scene label={label}>
      <path
        d="M120 96h200a34 34 0 0 1 34 34v96a34 34 0 0 1-34 34H214l-58 52v-52h-36a34 34 0 0 1-34-34v-96a34 34 0 0 1 34-34z"
        fill="var(--white)"
        stroke="var(--sea-900)"
        strokeWidth="8"
        strokeLinejoin="round"
      />
      <path
        d="M192 158c0-20 13-30 29-30s29 10 29 30-29 20-29 42M221 228v1"
        stroke="var(--sea-700)"
        strokeWidth="14"
        fill="none"
        strokeLinecap="round"
      />
      <path
        d="M300 252h138a30 30 0 0 1 30 30v66a30 30 0 0 1-30 30h-20v42l-50-42h-68a30 30 0 0 1-30-30v-66a30 30 0 0 1 30-30z"
        fill="var(--sea-700)"
        stroke="var(--white)"
        strokeWidth="8"
        strokeLinejoin="round"
      />
      <path d="M312 296h114M312 332h74" stroke="var(--white)" strokeWidth="12" strokeLinecap="round" />
    </Scene>
  );
}

/** A letter to whoever pays a benefit. */
export function TellPayersScene({ label }: Labelled) {
  return (
    <Scene label={label}>
      <g stroke="var(--sea-900)" strokeWidth="8" strokeLinejoin="round">
        <rect x="112" y="130" width="230" height="160" rx="20" fill="var(--white)" />
        <path d="m118 142 109 88 109-88" fill="none" />
      </g>
      <path
        d="M358 214h50m0 0-24-26m24 26-24 26"
        stroke="var(--guide)"
        strokeWidth="13"
        fill="none"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="420" cy="312" r="64" fill="var(--sea-600)" stroke="var(--white)" strokeWidth="10" />
      <path
        d="m398 282 22 28 22-28m-22 28v36m-23-26h46m-46 16h46"
        stroke="var(--white)"
        strokeWidth="9"
        fill="none"
        strokeLinecap="round"
      />
    </Scene>
  );
}

/** The code at the foot of a receipt before the camera. */
export function ShowReceiptScene({ label }: Labelled) {
  return (
    <Scene label={label}>
      <path
        d="M92 84h158v282l-20-15-20 15-20-15-19 15-20-15-20 15-20-15-19 15z"
        fill="var(--white)"
        stroke="var(--sea-900)"
        strokeWidth="8"
        strokeLinejoin="round"
      />
      <path
        d="M120 124h102m-102 30h102m-102 30h64"
        stroke="var(--sea-300)"
        strokeWidth="10"
        strokeLinecap="round"
      />
      <CodeDrawing x={124} y={214} side={94} />
      <path
        d="M278 232h50m0 0-26-26m26 26-26 26"
        stroke="var(--guide)"
        strokeWidth="13"
        fill="none"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <rect x="350" y="168" width="132" height="120" rx="30" fill="var(--sea-700)" />
      <circle cx="416" cy="228" r="40" fill="var(--white)" />
      <circle cx="416" cy="228" r="20" fill="var(--sea-900)" />
    </Scene>
  );
}
