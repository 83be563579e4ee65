import './technician.css';
import { Arrow } from './cards.tsx';
import { Scene } from './scenes.tsx';

interface Labelled {
  readonly label: string;
}

const INK = 'var(--sea-900)';

/** A card lying flat, seen from above. 132 × 84. */
export function FlatCard({ blank = true }: { blank?: boolean }) {
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
