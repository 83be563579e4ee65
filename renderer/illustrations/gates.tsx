import './illustrations.css';
import { Arrow, SocialCardDrawing } from './cards.tsx';

interface Labelled {
  readonly label: string;
}

/** The face of a unit that moves cards: lights point the way the card goes. */
function Mouth({ inward }: { inward: boolean }) {
  const chevron = inward ? 'm-22 12 22-22 22 22' : 'm-22-10 22 22 22-22';
  return (
    <>
      <rect
        x="130"
        y="250"
        width="600"
        height="150"
        rx="40"
        fill="var(--white)"
        stroke="var(--sand-200)"
        strokeWidth="6"
      />
      <rect x="200" y="278" width="460" height="94" rx="30" fill="var(--sea-700)" />
      <rect x="290" y="332" width="280" height="34" rx="14" fill="var(--sea-900)" />
      {[246, 614].map((x) => (
        <path
          key={x}
          d={`M${x} 325${chevron}`}
          stroke="var(--sea-300)"
          strokeWidth="11"
          fill="none"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      ))}
    </>
  );
}

/** What is behind the panel, seen through it: where the card is while nobody sees it. */
function Inside() {
  return (
    <>
      <rect x="210" y="24" width="440" height="236" rx="36" fill="var(--sea-50)" />
      <g stroke="var(--sea-300)" strokeWidth="8" fill="none">
        <circle cx="268" cy="96" r="22" />
        <circle cx="268" cy="184" r="22" />
        <circle cx="592" cy="96" r="22" />
        <circle cx="592" cy="184" r="22" />
      </g>
    </>
  );
}

/** SWAP-3: the unit beside the issuer draws the card in whole, and gives it back. `reading`: it is inside. */
export function AcceptorSlot({ label, turned, reading }: Labelled & { turned: boolean; reading: boolean }) {
  return (
    <svg viewBox="0 0 860 760" role="img" aria-label={label}>
      <Inside />
      {reading ? (
        <g transform="translate(330 40) scale(0.95 0.66)">
          <SocialCardDrawing />
        </g>
      ) : null}
      <Mouth inward />
      {reading ? (
        <path
          d="M430 470v150"
          stroke="var(--sand-300)"
          strokeWidth="12"
          strokeDasharray="4 30"
          strokeLinecap="round"
        />
      ) : (
        <>
          <clipPath id="below-acceptor">
            <rect x="0" y="350" width="860" height="420" />
          </clipPath>
          <g clipPath="url(#below-acceptor)">
            <g transform="translate(325 400)">
              <g className="swallow-card">
                <SocialCardDrawing back={turned} />
              </g>
            </g>
          </g>
          <Arrow x={650} y={660} turn={180} length={170} />
        </>
      )}
    </svg>
  );
}

/** A card at a gate, on its way to its owner. `moving`: not yet to be touched. */
export function CardGate({ label, moving }: Labelled & { moving: boolean }) {
  return (
    <svg viewBox="0 0 860 760" role="img" aria-label={label}>
      <Inside />
      <Mouth inward={false} />
      <clipPath id="below-gate">
        <rect x="0" y="350" width="860" height="420" />
      </clipPath>
      <g clipPath="url(#below-gate)">
        <g transform={`translate(325 ${moving ? 210 : 268})`}>
          <g className={moving ? 'come-out' : 'pull-card'}>
            <g transform="rotate(180 105 165)">
              <SocialCardDrawing />
            </g>
          </g>
        </g>
      </g>
      {moving ? null : <Arrow x={650} y={450} length={170} />}
    </svg>
  );
}
