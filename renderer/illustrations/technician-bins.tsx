import './technician.css';
import { Arrow } from './cards.tsx';
import { Scene } from './scenes.tsx';
import { FlatCard } from './technician-cards.tsx';

interface Labelled {
  readonly label: string;
}

const INK = 'var(--sea-900)';

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
