import './technician.css';
import { Arrow } from './cards.tsx';
import { Scene } from './scenes.tsx';

interface Labelled {
  readonly label: string;
}

const INK = 'var(--sea-900)';

/** A device behind its panel, its cable going in or coming out. */
export function DeviceCable({ label, out }: Labelled & { out: boolean }) {
  return (
    <Scene label={label}>
      <rect
        x="300"
        y="112"
        width="196"
        height="236"
        rx="28"
        fill="var(--sea-700)"
        stroke={INK}
        strokeWidth="8"
      />
      <rect
        x="326"
        y="138"
        width="144"
        height="184"
        rx="16"
        fill="none"
        stroke="var(--sea-300)"
        strokeWidth="5"
        strokeDasharray="14 12"
      />
      <path
        d="M384 190a44 44 0 0 1 0 70M406 170a74 74 0 0 1 0 110"
        stroke="var(--sea-300)"
        strokeWidth="7"
        fill="none"
        strokeLinecap="round"
      />
      <rect x="284" y="196" width="30" height="68" rx="6" fill={INK} />
      <g className={out ? 'unplug' : 'plug-in'}>
        <path
          d="M34 356c70 0 64-126 118-126h6"
          stroke={INK}
          strokeWidth="16"
          fill="none"
          strokeLinecap="round"
        />
        <rect x="146" y="196" width="46" height="68" rx="10" fill="#d9a441" stroke={INK} strokeWidth="7" />
        <rect x="192" y="212" width="24" height="36" fill="var(--white)" stroke={INK} strokeWidth="6" />
      </g>
      <Arrow x={out ? 236 : 128} y={130} turn={out ? 90 : -90} length={96} />
    </Scene>
  );
}

/** A USB stick and the socket inside the door; `out`: take it away. */
export function Stick({ label, out }: Labelled & { out: boolean }) {
  return (
    <Scene label={label}>
      <rect
        x="340"
        y="92"
        width="150"
        height="280"
        rx="24"
        fill="var(--white)"
        stroke={INK}
        strokeWidth="8"
      />
      <rect x="326" y="188" width="36" height="86" rx="7" fill={INK} />
      <rect x="332" y="204" width="30" height="26" rx="3" fill="var(--sea-300)" />
      <path d="M396 140h58M396 316h58" stroke="var(--sand-300)" strokeWidth="11" strokeLinecap="round" />
      <g className={out ? 'unplug' : 'plug-in'}>
        <rect
          x="60"
          y="188"
          width="142"
          height="86"
          rx="18"
          fill="var(--sea-600)"
          stroke={INK}
          strokeWidth="8"
        />
        <rect x="202" y="204" width="52" height="54" fill="var(--white)" stroke={INK} strokeWidth="7" />
        <path d="M218 218v8M218 238v8M236 218v8M236 238v8" stroke={INK} strokeWidth="6" />
        <path d="M92 231h62" stroke="var(--white)" strokeWidth="11" strokeLinecap="round" />
      </g>
      <Arrow x={out ? 262 : 146} y={128} turn={out ? 90 : -90} length={96} />
    </Scene>
  );
}

/** A finger that draws through every field. */
export function TouchGrid({ label }: Labelled) {
  const fields = [0, 1, 2, 3].flatMap((row) => [0, 1, 2, 3].map((column) => ({ row, column })));
  return (
    <Scene label={label}>
      <rect
        x="142"
        y="60"
        width="276"
        height="332"
        rx="24"
        fill="var(--white)"
        stroke={INK}
        strokeWidth="8"
      />
      {fields.map(({ row, column }) => (
        <rect
          key={`${row} ${column}`}
          x={164 + column * 60}
          y={84 + row * 73}
          width="52"
          height="64"
          rx="8"
          fill={row < 2 || (row === 2 && column > 1) ? 'var(--sea-300)' : 'var(--sand-100)'}
          stroke="var(--sand-300)"
          strokeWidth="3"
        />
      ))}
      <path
        className="draw-line"
        d="M178 116h204v72H190v74h180"
        stroke="var(--guide)"
        strokeWidth="13"
        fill="none"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <g transform="translate(330 246)" stroke={INK} strokeWidth="7" strokeLinejoin="round">
        <path
          d="M26 22c8-10 26-8 30 6l18 56 46 12c20 6 32 22 34 44l6 52-84 22-50-74c-10-18 8-32 24-18l14 14z"
          fill="#f0c8a4"
        />
      </g>
    </Scene>
  );
}

/** The network cable into its socket. */
export function NetworkPlug({ label }: Labelled) {
  return (
    <Scene label={label}>
      <rect
        x="322"
        y="124"
        width="176"
        height="212"
        rx="24"
        fill="var(--white)"
        stroke={INK}
        strokeWidth="8"
      />
      <path d="M322 190h58v80h-58z" fill={INK} />
      <circle cx="436" cy="166" r="13" fill="var(--good)" />
      <circle cx="436" cy="294" r="13" fill="#d9a441" />
      <g className="plug-in">
        <path
          d="M22 340c84 0 62-110 122-110"
          stroke={INK}
          strokeWidth="18"
          fill="none"
          strokeLinecap="round"
        />
        <rect
          x="140"
          y="190"
          width="84"
          height="80"
          rx="10"
          fill="var(--sea-100)"
          stroke={INK}
          strokeWidth="7"
        />
        <path
          d="M164 190v-16h44v16"
          fill="var(--sea-300)"
          stroke={INK}
          strokeWidth="6"
          strokeLinejoin="round"
        />
        <path d="M200 206h20M200 222h20M200 238h20M200 254h20" stroke="#d9a441" strokeWidth="6" />
      </g>
      <Arrow x={130} y={118} turn={-90} length={96} />
    </Scene>
  );
}

/** One device alone, looked at closely. */
export function TestDevice({ label }: Labelled) {
  return (
    <Scene label={label}>
      <rect
        x="116"
        y="120"
        width="250"
        height="180"
        rx="26"
        fill="var(--sea-700)"
        stroke={INK}
        strokeWidth="8"
      />
      <rect
        x="142"
        y="146"
        width="198"
        height="128"
        rx="14"
        fill="none"
        stroke="var(--sea-300)"
        strokeWidth="5"
        strokeDasharray="14 12"
      />
      <path d="M196 300v48M286 300v48M160 350h162" stroke={INK} strokeWidth="9" strokeLinecap="round" />
      <circle cx="356" cy="250" r="84" fill="var(--white)" fillOpacity="0.9" stroke={INK} strokeWidth="10" />
      <path d="m416 312 62 66" stroke={INK} strokeWidth="24" strokeLinecap="round" />
      <path
        d="m322 252 26 26 46-54"
        stroke="var(--guide)"
        strokeWidth="15"
        fill="none"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </Scene>
  );
}

/** Hearing whether the speaker speaks. */
export function SpeakerSounds({ label }: Labelled) {
  return (
    <Scene label={label}>
      <rect
        x="112"
        y="104"
        width="180"
        height="252"
        rx="26"
        fill="var(--white)"
        stroke={INK}
        strokeWidth="8"
      />
      <circle cx="202" cy="166" r="26" fill="var(--sea-300)" stroke={INK} strokeWidth="7" />
      <circle cx="202" cy="272" r="58" fill="var(--sea-700)" stroke={INK} strokeWidth="8" />
      <circle cx="202" cy="272" r="18" fill="var(--sea-300)" />
      <g className="pulse" stroke="var(--guide)" strokeWidth="14" fill="none" strokeLinecap="round">
        <path d="M332 178a76 76 0 0 1 0 104M370 142a128 128 0 0 1 0 176M408 108a178 178 0 0 1 0 244" />
      </g>
    </Scene>
  );
}
