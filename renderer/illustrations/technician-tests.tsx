import './technician.css';
import { Scene } from './scenes.tsx';

interface Labelled {
  readonly label: string;
}

const INK = 'var(--sea-900)';

/** The PIN pad: two of its digits, whichever, are pressed. */
export function PressKeys({ label }: Labelled) {
  const keys = [0, 1, 2, 3].flatMap((row) => [0, 1, 2].map((column) => ({ row, column })));
  return (
    <Scene label={label}>
      <rect
        x="156"
        y="56"
        width="248"
        height="348"
        rx="30"
        fill="var(--sea-700)"
        stroke={INK}
        strokeWidth="8"
      />
      <rect x="186" y="84" width="188" height="44" rx="10" fill="var(--sea-50)" />
      {keys.map(({ row, column }) => {
        const pressed = (row === 0 && column === 1) || (row === 2 && column === 2);
        return (
          <rect
            key={`${row} ${column}`}
            x={188 + column * 66}
            y={150 + row * 60}
            width="52"
            height="46"
            rx="10"
            fill={pressed ? 'var(--guide)' : 'var(--white)'}
            stroke={INK}
            strokeWidth="5"
          />
        );
      })}
    </Scene>
  );
}

/** The front of the kiosk: light above the screen, four lamps below it, each beside what it lights the way to. */
export function Lamps({ label }: Labelled) {
  return (
    <Scene label={label}>
      <rect
        x="156"
        y="40"
        width="248"
        height="376"
        rx="30"
        fill="var(--white)"
        stroke={INK}
        strokeWidth="8"
      />
      <rect x="226" y="62" width="108" height="20" rx="10" fill="#d9a441" stroke={INK} strokeWidth="5" />
      <rect x="184" y="100" width="192" height="136" rx="14" fill="var(--sea-700)" />
      {[0, 1, 2, 3].map((at) => (
        <g key={at} transform={`translate(${200 + (at % 2) * 104} ${276 + Math.floor(at / 2) * 76})`}>
          <path
            d="M-18-18-28-28M0-24v-14M18-18l10-10"
            stroke="var(--guide)"
            strokeWidth="7"
            strokeLinecap="round"
          />
          <circle r="14" fill="var(--guide)" stroke={INK} strokeWidth="5" />
          <path d="M28 0h34" stroke={INK} strokeWidth="11" strokeLinecap="round" />
        </g>
      ))}
    </Scene>
  );
}

/** Buttons in the lower half of an upright screen, within reach of somebody who sits. */
export function LowReach({ label }: Labelled) {
  return (
    <Scene label={label}>
      <rect
        x="296"
        y="40"
        width="176"
        height="312"
        rx="22"
        fill="var(--white)"
        stroke={INK}
        strokeWidth="8"
      />
      <path d="M326 82h116M326 108h80" stroke="var(--sand-300)" strokeWidth="12" strokeLinecap="round" />
      {[0, 1, 2].map((at) => (
        <rect key={at} x="322" y={206 + at * 46} width="124" height="34" rx="10" fill="var(--sea-700)" />
      ))}
      <path d="M384 352v62M312 416h144" stroke={INK} strokeWidth="9" strokeLinecap="round" />
      <g stroke={INK} strokeLinecap="round" strokeLinejoin="round" fill="none">
        <circle cx="152" cy="350" r="62" fill="var(--white)" strokeWidth="9" />
        <circle cx="152" cy="350" r="10" fill={INK} strokeWidth="4" />
        <path d="M232 388l18 24" strokeWidth="9" />
        <path d="M148 238v78h78l16 74" stroke="var(--sea-600)" strokeWidth="30" />
        <path d="M152 252l128-24" stroke="var(--sea-600)" strokeWidth="20" />
        <circle cx="148" cy="182" r="32" fill="var(--sea-600)" strokeWidth="6" />
      </g>
      <circle cx="318" cy="222" r="15" fill="none" stroke="var(--guide)" strokeWidth="9" />
    </Scene>
  );
}
