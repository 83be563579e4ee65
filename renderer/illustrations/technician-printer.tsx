import './technician.css';
import { Arrow } from './cards.tsx';
import { Scene } from './scenes.tsx';

interface Labelled {
  readonly label: string;
}

const INK = 'var(--sea-900)';

/** The printer from its side, cover up; its lever is what the hand goes to. */
function Printer({ open }: { open: boolean }) {
  return (
    <g stroke={INK} strokeWidth="8" strokeLinejoin="round">
      <path d="M110 236h300v134a24 24 0 0 1-24 24H134a24 24 0 0 1-24-24z" fill="var(--sea-700)" />
      {open ? (
        <path d="M124 232 84 100a20 20 0 0 1 14-24l14-4a20 20 0 0 1 24 14l44 146z" fill="var(--white)" />
      ) : (
        <path d="M110 236v-40a26 26 0 0 1 26-26h248a26 26 0 0 1 26 26v40z" fill="var(--white)" />
      )}
    </g>
  );
}

/** Cover of the receipt printer: up, or down until it clicks. */
export function PrinterCover({ label, close }: Labelled & { close: boolean }) {
  return (
    <Scene label={label}>
      {close ? null : <circle cx="286" cy="242" r="62" fill="var(--sand-200)" stroke={INK} strokeWidth="7" />}
      <Printer open={!close} />
      <circle cx="372" cy="300" r="17" fill="#d9a441" stroke={INK} strokeWidth="6" />
      {close ? (
        <>
          <path
            d="M200 174v-66h120v66"
            fill="var(--white)"
            stroke={INK}
            strokeWidth="6"
            strokeLinejoin="round"
          />
          <path d="M224 134h72M224 154h44" stroke="var(--ink-2)" strokeWidth="7" strokeLinecap="round" />
          <Arrow x={456} y={92} length={96} />
        </>
      ) : (
        <path
          d="M258 158c-8-50-36-80-82-92m0 0 28-28m-28 28 32 26"
          stroke="var(--guide)"
          strokeWidth="14"
          fill="none"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      )}
    </Scene>
  );
}

/** The roll goes in with its end coming from below, towards the hand. */
export function PaperRoll({ label }: Labelled) {
  return (
    <Scene label={label}>
      <g className="drop-in">
        <path d="M302 318h150" stroke={INK} strokeWidth="22" strokeLinecap="round" />
        <path d="M302 318h150" stroke="var(--white)" strokeWidth="10" strokeLinecap="round" />
        <circle cx="290" cy="224" r="94" fill="var(--white)" stroke={INK} strokeWidth="8" />
        <circle cx="290" cy="224" r="66" fill="none" stroke="var(--sand-300)" strokeWidth="5" />
        <circle cx="290" cy="224" r="30" fill="var(--sand-200)" stroke={INK} strokeWidth="7" />
        <path
          d="M240 196a56 56 0 0 1 96-6m0 0 4-34m-4 34-34-6"
          stroke="var(--guide)"
          strokeWidth="11"
          fill="none"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </g>
      <path
        d="M110 236h66c6 62 48 104 114 104s108-42 112-104h8v134a24 24 0 0 1-24 24H134a24 24 0 0 1-24-24z"
        fill="var(--sea-700)"
        stroke={INK}
        strokeWidth="8"
        strokeLinejoin="round"
      />
      <path
        d="m458 320 34 0m-18-20 20 20-20 20"
        stroke="var(--guide)"
        strokeWidth="13"
        fill="none"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </Scene>
  );
}

/** What a test print must look like: dark, straight, whole. */
export function TestPrint({ label }: Labelled) {
  return (
    <Scene label={label}>
      <rect
        x="120"
        y="52"
        width="320"
        height="84"
        rx="24"
        fill="var(--sea-700)"
        stroke={INK}
        strokeWidth="8"
      />
      <rect x="172" y="108" width="216" height="18" rx="9" fill={INK} />
      <path
        d="M192 124h176v270l-22-16-22 16-22-16-22 16-22-16-22 16-22-16-22 16z"
        fill="var(--white)"
        stroke={INK}
        strokeWidth="6"
        strokeLinejoin="round"
      />
      <path d="M216 166h128" stroke={INK} strokeWidth="14" strokeLinecap="round" />
      {[0, 1, 2, 3].map((at) => (
        <rect key={at} x={216 + at * 33} y="190" width="29" height="34" fill={INK} opacity={1 - at * 0.22} />
      ))}
      <path d="M216 250h128M216 270h100" stroke="var(--ink-2)" strokeWidth="8" strokeLinecap="round" />
      <g fill={INK}>
        <path d="M238 292h24v24h-24zM298 292h24v24h-24zM238 344h24v24h-24zM276 322h12v12h-12zM300 340h22v10h-22zM276 350h10v18h-10z" />
      </g>
    </Scene>
  );
}
