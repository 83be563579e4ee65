import './technician.css';
import { Arrow } from './cards.tsx';
import { Scene } from './scenes.tsx';

interface Labelled {
  readonly label: string;
}

const INK = 'var(--sea-900)';

/** The kiosk's clock beside the centre's. */
export function TwoClocks({ label }: Labelled) {
  const clock = (x: number, hand: string, colour: string) => (
    <g transform={`translate(${x} 226)`} fill="none" strokeLinecap="round" strokeLinejoin="round">
      <circle r="96" fill="var(--white)" stroke={colour} strokeWidth="11" />
      <path d="M0-78v7M0 71v7M-78 0h7M71 0h7" stroke={colour} strokeWidth="9" />
      <path d={hand} stroke="var(--guide)" strokeWidth="12" />
    </g>
  );
  return (
    <Scene label={label}>
      {clock(158, 'M0-52V4l34 24', 'var(--sea-700)')}
      {clock(402, 'M0-52V4l40 4', INK)}
      <path d="M264 226h32" stroke={INK} strokeWidth="12" strokeLinecap="round" strokeDasharray="1 30" />
    </Scene>
  );
}

/** A letter with a code that holds once: typed, or held before the scanner. */
export function EnrolmentCode({ label }: Labelled) {
  return (
    <Scene label={label}>
      <rect
        x="150"
        y="60"
        width="210"
        height="320"
        rx="14"
        fill="var(--white)"
        stroke={INK}
        strokeWidth="8"
      />
      <path d="M182 104h146M182 132h96" stroke="var(--ink-2)" strokeWidth="10" strokeLinecap="round" />
      <g fill={INK}>
        <path d="M190 164h50v50h-50zM270 164h50v50h-50zM190 244h50v50h-50z" />
        <path d="M254 228h18v18h-18zM284 232h36v16h-36zM262 262h16v32h-16zM296 264h24v30h-24z" />
      </g>
      <path d="M204 178h22v22h-22zM284 178h22v22h-22zM204 258h22v22h-22z" fill="var(--white)" />
      <path d="M190 336h130" stroke="#d9a441" strokeWidth="22" strokeLinecap="round" />
      <g stroke={INK} strokeWidth="7" strokeLinejoin="round">
        <path d="M446 262h26v100l-14 14-12-12v-16h-14v-24h14z" fill="#d9a441" />
        <circle cx="459" cy="226" r="46" fill="#d9a441" />
        <circle cx="459" cy="212" r="12" fill="var(--sea-50)" />
      </g>
    </Scene>
  );
}

/** The kiosk's keys come to their end. */
export function EndOfKeys({ label }: Labelled) {
  return (
    <Scene label={label}>
      <g stroke={INK} strokeWidth="9" strokeLinejoin="round" strokeLinecap="round">
        <circle cx="196" cy="212" r="66" fill="#d9a441" />
        <circle cx="182" cy="206" r="20" fill="var(--sea-50)" />
        <path d="M256 236 430 306l-14 36-34-14-12 30-38-14 12-32-104-42z" fill="#d9a441" />
      </g>
      <path d="m112 96 326 290" stroke="var(--white)" strokeWidth="40" strokeLinecap="round" />
      <path d="m112 96 326 290" stroke="var(--bad)" strokeWidth="20" strokeLinecap="round" />
    </Scene>
  );
}

/** One tile of the home screen is taken out. */
export function ServiceTile({ label }: Labelled) {
  const tiles = [0, 1, 2, 3];
  return (
    <Scene label={label}>
      <rect
        x="136"
        y="60"
        width="288"
        height="336"
        rx="28"
        fill="var(--white)"
        stroke={INK}
        strokeWidth="8"
      />
      {tiles.map((at) => (
        <g key={at} transform={`translate(${162 + (at % 2) * 124} ${96 + Math.floor(at / 2) * 144})`}>
          <rect
            width="112"
            height="124"
            rx="16"
            fill={at === 3 ? 'var(--sand-100)' : 'var(--sea-100)'}
            stroke={at === 3 ? 'var(--guide)' : 'var(--sea-600)'}
            strokeWidth={at === 3 ? 9 : 5}
            strokeDasharray={at === 3 ? '18 12' : undefined}
          />
          <circle cx="56" cy="46" r="20" fill={at === 3 ? 'var(--sand-300)' : 'var(--sea-600)'} />
          <path
            d="M28 94h56"
            stroke={at === 3 ? 'var(--sand-300)' : 'var(--sea-600)'}
            strokeWidth="10"
            strokeLinecap="round"
          />
        </g>
      ))}
      <path d="M322 278l40 50m0-50-40 50" stroke="var(--guide)" strokeWidth="13" strokeLinecap="round" />
    </Scene>
  );
}

/** A technician may come in again. */
export function Unlock({ label }: Labelled) {
  return (
    <Scene label={label}>
      <g stroke={INK} strokeWidth="9" strokeLinejoin="round">
        <path d="M222 206v-54a62 62 0 0 1 118-28" fill="none" strokeWidth="26" strokeLinecap="round" />
        <path
          d="M222 206v-54a62 62 0 0 1 118-28"
          fill="none"
          stroke="var(--sand-200)"
          strokeWidth="10"
          strokeLinecap="round"
        />
        <rect x="174" y="200" width="212" height="176" rx="28" fill="#d9a441" />
        <circle cx="280" cy="274" r="22" fill={INK} strokeWidth="0" />
        <path d="M280 284v44" strokeWidth="18" strokeLinecap="round" />
      </g>
      <Arrow x={442} y={206} turn={180} length={92} />
    </Scene>
  );
}

/** What the machine still keeps, piece by piece. */
export function WhatIsLeft({ label }: Labelled) {
  return (
    <Scene label={label}>
      <rect
        x="158"
        y="52"
        width="244"
        height="348"
        rx="20"
        fill="var(--white)"
        stroke={INK}
        strokeWidth="8"
      />
      <rect
        x="226"
        y="32"
        width="108"
        height="44"
        rx="14"
        fill="var(--sea-600)"
        stroke={INK}
        strokeWidth="7"
      />
      {[0, 1, 2, 3].map((at) => (
        <g key={at} transform={`translate(188 ${118 + at * 68})`}>
          <rect width="40" height="40" rx="8" fill="var(--sea-50)" stroke={INK} strokeWidth="6" />
          {at < 2 ? (
            <path
              d="m8 20 10 11 26-30"
              stroke="var(--guide)"
              strokeWidth="9"
              fill="none"
              strokeLinecap="round"
              strokeLinejoin="round"
            />
          ) : null}
          <path
            d={`M64 20h${at % 2 === 0 ? 116 : 84}`}
            stroke="var(--ink-2)"
            strokeWidth="10"
            strokeLinecap="round"
          />
        </g>
      ))}
    </Scene>
  );
}
