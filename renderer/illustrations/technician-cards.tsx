import './technician.css';
import { Arrow } from './cards.tsx';
import { Scene } from './scenes.tsx';

interface Labelled {
  readonly label: string;
}

const INK = 'var(--sea-900)';

/** A card lying flat, seen from above. 132 × 84. */
function FlatCard({ blank = true }: { blank?: boolean }) {
  return (
    <>
      <rect
        width="132"
        height="84"
        rx="11"
        fill={blank ? 'var(--white)' : '#f6e3b6'}
        stroke={INK}
        strokeWidth="6"
      />
      <rect x="18" y="26" width="30" height="27" rx="5" fill="#d9a441" stroke="#8a5a00" strokeWidth="3" />
      {blank ? null : (
        <path d="M62 34h50M62 54h34" stroke="var(--sea-700)" strokeWidth="8" strokeLinecap="round" />
      )}
    </>
  );
}

/** Cards on their edge, close together: a pack. `of` edges, each 14 wide. */
function Pack({ x, y, of, height = 118 }: { x: number; y: number; of: number; height?: number }) {
  const edges = Array.from({ length: of }, (_, at) => at);
  return (
    <g transform={`translate(${x} ${y})`} stroke={INK} strokeWidth="5">
      {edges.map((at) => (
        <rect
          key={at}
          x={at * 15}
          y="0"
          width="15"
          height={height}
          rx="4"
          fill={at % 4 === 3 ? '#f6e3b6' : 'var(--white)'}
        />
      ))}
    </g>
  );
}

/** The band around a pack says how many there should be. */
export function PackLabel({ label }: Labelled) {
  return (
    <Scene label={label}>
      <Pack x={118} y={148} of={21} height={166} />
      <rect
        x="108"
        y="196"
        width="336"
        height="72"
        rx="10"
        fill="var(--sea-700)"
        stroke={INK}
        strokeWidth="7"
      />
      <rect x="200" y="206" width="150" height="52" rx="8" fill="var(--white)" />
      <text x="275" y="246" fontSize="40" fontWeight="700" textAnchor="middle" fill={INK}>
        100
      </text>
      <rect
        x="186"
        y="192"
        width="178"
        height="80"
        rx="16"
        fill="none"
        stroke="var(--guide)"
        strokeWidth="10"
      />
      <Arrow x={275} y={76} length={72} />
    </Scene>
  );
}

/** Counting by hand, one card after the other. */
export function CountPack({ label, second }: Labelled & { second: boolean }) {
  return (
    <Scene label={label}>
      <Pack x={92} y={186} of={9} height={132} />
      <g transform="translate(300 176) rotate(8)">
        <FlatCard />
      </g>
      <g transform="translate(292 214) rotate(-3)">
        <FlatCard />
      </g>
      <g transform="translate(304 252) rotate(3)">
        <FlatCard />
      </g>
      <path
        d="M214 160c24-44 78-58 116-20m0 0-6-40m6 40-40 2"
        stroke="var(--guide)"
        strokeWidth="13"
        fill="none"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <People second={second} />
    </Scene>
  );
}

/** Who counts: the first or, beside them, the second. */
function People({ second }: { second: boolean }) {
  const person = (x: number, now: boolean) => (
    <g transform={`translate(${x} 344)`} opacity={now ? 1 : 0.4}>
      <circle
        cx="0"
        cy="22"
        r="21"
        fill={now ? 'var(--sea-600)' : 'var(--sand-300)'}
        stroke={INK}
        strokeWidth="5"
      />
      <path
        d="M-36 88c2-28 14-40 36-40s34 12 36 40z"
        fill={now ? 'var(--sea-600)' : 'var(--sand-300)'}
        stroke={INK}
        strokeWidth="5"
        strokeLinejoin="round"
      />
    </g>
  );
  return (
    <>
      {person(232, !second)}
      {person(330, second)}
    </>
  );
}

/** The stack of the issuer from its side: cards go in from above, chip up. */
export function FillStack({ label }: Labelled) {
  const cards = [0, 1, 2, 3, 4, 5, 6];
  return (
    <Scene label={label}>
      <path
        d="M176 150v232a20 20 0 0 0 20 20h172a20 20 0 0 0 20-20V150"
        fill="var(--white)"
        stroke={INK}
        strokeWidth="9"
        strokeLinecap="round"
      />
      {cards.map((at) => (
        <rect
          key={at}
          x="200"
          y={374 - at * 24}
          width="164"
          height="18"
          rx="6"
          fill={at % 4 === 3 ? '#f6e3b6' : 'var(--white)'}
          stroke={INK}
          strokeWidth="5"
        />
      ))}
      <g className="drop-in">
        <g transform="translate(200 150)">
          {[0, 1, 2].map((at) => (
            <rect
              key={at}
              y={48 - at * 24}
              width="164"
              height="18"
              rx="6"
              fill="var(--white)"
              stroke={INK}
              strokeWidth="5"
            />
          ))}
          <rect x="22" y="-6" width="34" height="9" rx="4" fill="#d9a441" />
        </g>
      </g>
      <Arrow x={456} y={110} length={120} />
      <path d="M152 150h-34M412 150h28" stroke={INK} strokeWidth="9" strokeLinecap="round" />
    </Scene>
  );
}

/** Take all cards out of the stack, or back in. */
export function EmptyStack({ label }: Labelled) {
  return (
    <Scene label={label}>
      <path
        d="M176 190v192a20 20 0 0 0 20 20h172a20 20 0 0 0 20-20V190"
        fill="var(--white)"
        stroke={INK}
        strokeWidth="9"
        strokeLinecap="round"
      />
      {[0, 1, 2, 3, 4, 5].map((at) => (
        <rect
          key={at}
          x="200"
          y={250 - at * 24}
          width="164"
          height="18"
          rx="6"
          fill={at % 4 === 3 ? '#f6e3b6' : 'var(--white)'}
          stroke={INK}
          strokeWidth="5"
        />
      ))}
      <Arrow x={456} y={250} turn={180} length={120} />
    </Scene>
  );
}

/** A bin taken out downwards: the retain bin under the acceptor, or the reject bin under the issuer. */
export function TakeBin({ label, bin }: Labelled & { bin: 'retain' | 'reject' }) {
  const own = bin === 'retain';
  return (
    <Scene label={label}>
      <rect
        x="128"
        y="54"
        width="304"
        height="130"
        rx="24"
        fill="var(--sea-700)"
        stroke={INK}
        strokeWidth="8"
      />
      <rect x="190" y="96" width="180" height="26" rx="11" fill={INK} />
      {own ? (
        <path
          d="M156 124l18-18 18 18M368 124l18-18 18 18"
          stroke="var(--sea-300)"
          strokeWidth="9"
          fill="none"
          strokeLinecap="round"
          strokeLinejoin="round"
          transform="translate(0 -4)"
        />
      ) : (
        <path
          d="M156 104l18 18 18-18M368 104l18 18 18-18"
          stroke="var(--sea-300)"
          strokeWidth="9"
          fill="none"
          strokeLinecap="round"
          strokeLinejoin="round"
          transform="translate(0 -4)"
        />
      )}
      <clipPath id="below-machine">
        <rect x="0" y="188" width="560" height="272" />
      </clipPath>
      <g clipPath="url(#below-machine)">
        <g className="pull-box">
          <path
            d="M168 232h224v152a20 20 0 0 1-20 20H188a20 20 0 0 1-20-20z"
            fill="var(--white)"
            stroke={INK}
            strokeWidth="8"
            strokeLinejoin="round"
          />
          {[0, 1, 2].map((at) => (
            <g
              key={at}
              transform={`translate(${202 + at * 12} ${304 - at * 26}) rotate(${at % 2 === 0 ? -5 : 4})`}
            >
              <FlatCard blank={!own} />
              {own ? null : (
                <path d="m92 24 26 26m0-26-26 26" stroke="var(--bad)" strokeWidth="8" strokeLinecap="round" />
              )}
            </g>
          ))}
          <path
            d="M168 330h224v54a20 20 0 0 1-20 20H188a20 20 0 0 1-20-20z"
            fill={own ? 'var(--sea-100)' : 'var(--bad-bg)'}
            stroke={INK}
            strokeWidth="8"
            strokeLinejoin="round"
          />
          <path d="M248 368h64" stroke={INK} strokeWidth="12" strokeLinecap="round" />
        </g>
      </g>
      <Arrow x={462} y={236} length={110} />
    </Scene>
  );
}

/** The sealed bag with its number; `closing`: the flap goes down. */
export function SealedBag({ label, closing }: Labelled & { closing: boolean }) {
  return (
    <Scene label={label}>
      <rect
        x="152"
        y="116"
        width="256"
        height="292"
        rx="18"
        fill="var(--white)"
        stroke={INK}
        strokeWidth="8"
      />
      <g transform="translate(196 284) rotate(-6)">
        <FlatCard blank={false} />
      </g>
      <g transform="translate(232 300) rotate(7)">
        <FlatCard blank={false} />
      </g>
      <rect x="186" y="196" width="188" height="70" rx="8" fill="var(--white)" stroke={INK} strokeWidth="6" />
      {[0, 1, 2, 3, 4, 5, 6, 7, 8].map((at) => (
        <path key={at} d={`M${204 + at * 10} 212v38`} stroke={INK} strokeWidth={at % 3 === 0 ? 7 : 4} />
      ))}
      <text x="330" y="246" fontSize="32" fontWeight="700" textAnchor="middle" fill={INK}>
        417
      </text>
      {closing ? null : (
        <rect
          x="172"
          y="184"
          width="216"
          height="94"
          rx="18"
          fill="none"
          stroke="var(--guide)"
          strokeWidth="10"
        />
      )}
      <path
        d="M152 150v-16a18 18 0 0 1 18-18h220a18 18 0 0 1 18 18v16z"
        fill="#d9a441"
        stroke={INK}
        strokeWidth="8"
        strokeLinejoin="round"
      />
      {closing ? <Arrow x={280} y={32} length={54} /> : null}
      <path d="M176 133h208" stroke={INK} strokeWidth="5" strokeDasharray="12 12" />
    </Scene>
  );
}

/** A technician's own card at the reader: chip first. */
export function TechnicianCard({ label }: Labelled) {
  return (
    <Scene label={label}>
      <rect
        x="120"
        y="64"
        width="320"
        height="138"
        rx="28"
        fill="var(--sea-700)"
        stroke={INK}
        strokeWidth="8"
      />
      <clipPath id="below-reader-slot">
        <rect x="0" y="158" width="560" height="302" />
      </clipPath>
      <rect x="186" y="140" width="188" height="30" rx="12" fill={INK} />
      <g clipPath="url(#below-reader-slot)">
        <g transform="translate(208 134)">
          <g className="insert-card">
            <rect width="144" height="226" rx="16" fill="var(--white)" stroke={INK} strokeWidth="7" />
            <rect
              x="50"
              y="24"
              width="44"
              height="52"
              rx="8"
              fill="#d9a441"
              stroke="#8a5a00"
              strokeWidth="4"
            />
            <circle cx="72" cy="130" r="22" fill="var(--sea-600)" />
            <path d="M36 190c2-26 14-36 36-36s34 10 36 36z" fill="var(--sea-600)" />
            <path d="M32 208h80" stroke="var(--ink-2)" strokeWidth="8" strokeLinecap="round" />
          </g>
        </g>
      </g>
      <Arrow x={440} y={390} turn={180} length={110} />
    </Scene>
  );
}
