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
