import './illustrations.css';
import { Arrow, IdCardDrawing, KioskFront, SocialCardDrawing } from './cards.tsx';

interface Labelled {
  readonly label: string;
}

function Reader() {
  return (
    <>
      <rect x="400" y="420" width="330" height="220" rx="30" fill="var(--sea-700)" />
      <rect
        x="424"
        y="444"
        width="282"
        height="172"
        rx="20"
        fill="none"
        stroke="var(--sea-300)"
        strokeWidth="5"
        strokeDasharray="16 14"
      />
      <g stroke="var(--sea-300)" strokeWidth="7" fill="none" strokeLinecap="round">
        <path d="M540 490a50 50 0 0 1 0 70M566 468a84 84 0 0 1 0 114M592 448a116 116 0 0 1 0 154" />
      </g>
    </>
  );
}

/** Where to lay the ID card: the area with the waves, right under the screen. */
export function PlaceIdCard({ label, reading }: Labelled & { reading: boolean }) {
  return (
    <svg viewBox="0 0 860 760" role="img" aria-label={label}>
      <KioskFront />
      {[440, 494, 548].map((y) => (
        <rect
          key={y}
          x="150"
          y={y}
          width={y === 548 ? 140 : 200}
          height="26"
          rx="13"
          fill="var(--sand-200)"
        />
      ))}
      <Reader />
      <g transform="translate(415 435)">
        <g className={reading ? '' : 'lay-card'}>
          <IdCardDrawing />
        </g>
      </g>
      {reading ? null : <Arrow x={650} y={262} />}
    </svg>
  );
}

/** Where to insert the social security card: chip up and first. `turned` shows it the wrong way with the way to turn. */
export function InsertSocialCard({
  label,
  turned,
  reading,
}: Labelled & { turned: boolean; reading: boolean }) {
  return (
    <svg viewBox="0 0 860 760" role="img" aria-label={label}>
      <rect
        x="130"
        y="30"
        width="600"
        height="300"
        rx="48"
        fill="var(--white)"
        stroke="var(--sand-200)"
        strokeWidth="6"
      />
      <rect x="230" y="90" width="400" height="180" rx="30" fill="var(--sea-700)" />
      <path d="M340 118h180M340 138h120" stroke="var(--sea-300)" strokeWidth="8" strokeLinecap="round" />
      <clipPath id="below-slot">
        <rect x="0" y="212" width="860" height="560" />
      </clipPath>
      <rect x="290" y="196" width="280" height="34" rx="12" fill="var(--sea-900)" />
      {turned ? (
        <>
          <g transform="translate(190 360)">
            <SocialCardDrawing back />
          </g>
          <path
            d="M420 540c20-60 60-60 84-8m0 0-46-4m46 4 10-44"
            stroke="var(--guide)"
            strokeWidth="15"
            fill="none"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
          <g transform="translate(535 360)">
            <SocialCardDrawing />
          </g>
          <g strokeWidth="14" fill="none" strokeLinecap="round" strokeLinejoin="round">
            <path d="m266 716 56 34m0-34-56 34" stroke="var(--bad)" />
            <path d="m612 734 20 18 40-38" stroke="var(--good)" />
          </g>
        </>
      ) : (
        <>
          <g clipPath="url(#below-slot)">
            <g transform="translate(325 170)">
              <g className={reading ? '' : 'insert-card'}>
                <SocialCardDrawing />
              </g>
            </g>
          </g>
          {reading ? null : <Arrow x={650} y={540} turn={180} length={170} />}
        </>
      )}
    </svg>
  );
}

/** The PIN pad and the hand that hides it. */
export function ShieldedPinPad({ label }: Labelled) {
  const keys = [0, 1, 2, 3].flatMap((row) =>
    [0, 1, 2].map((column) => ({ x: 300 + column * 92, y: 222 + row * 78 })),
  );
  return (
    <svg viewBox="0 0 860 620" role="img" aria-label={label}>
      <rect
        x="230"
        y="100"
        width="400"
        height="480"
        rx="44"
        fill="var(--white)"
        stroke="var(--sand-200)"
        strokeWidth="6"
      />
      <rect x="270" y="140" width="320" height="50" rx="14" fill="var(--sea-50)" />
      {keys.map(({ x, y }) => (
        <rect key={`${x} ${y}`} x={x - 8} y={y} width="80" height="64" rx="14" fill="var(--sand-200)" />
      ))}
      <rect x="292" y="534" width="80" height="26" rx="13" fill="var(--bad)" />
      <rect x="384" y="534" width="80" height="26" rx="13" fill="#d9a441" />
      <rect x="476" y="534" width="80" height="26" rx="13" fill="var(--good)" />
      <g fill="#f0c8a4" stroke="var(--sea-900)" strokeWidth="6" strokeLinejoin="round" strokeLinecap="round">
        <rect x="250" y="44" width="392" height="58" rx="29" />
        <rect x="250" y="96" width="432" height="60" rx="30" />
        <rect x="250" y="150" width="414" height="60" rx="30" />
        <rect x="250" y="204" width="342" height="56" rx="28" />
        <path d="M236 240c52-2 92 24 128 66 24 28-2 60-36 42-34-20-70-32-110-30z" />
        <path d="M330 44h-66c-60 0-120 40-172 108l64 162c60 6 110-4 142-54h32" />
      </g>
      <path d="M322 47h16v210h-16z" fill="#f0c8a4" />
      <path
        d="M338 96h-30M338 150h-38M338 204h-30"
        stroke="var(--sea-900)"
        strokeWidth="5"
        strokeLinecap="round"
      />
      <path
        d="M20 196c22-26 46-44 78-56l72 168c-26 26-56 42-92 48z"
        fill="var(--sea-600)"
        stroke="var(--sea-900)"
        strokeWidth="6"
        strokeLinejoin="round"
      />
    </svg>
  );
}

/** Cards to take: from the area with the waves, from the slot, or both. */
export function TakeCards({
  label,
  idCard,
  socialCard,
}: Labelled & { idCard: boolean; socialCard: boolean }) {
  return (
    <svg viewBox="0 0 860 760" role="img" aria-label={label}>
      <rect
        x="30"
        y="60"
        width="800"
        height="640"
        rx="56"
        fill="var(--white)"
        stroke="var(--sand-200)"
        strokeWidth="6"
      />
      <g opacity={socialCard ? 1 : 0.35}>
        <rect x="90" y="120" width="300" height="130" rx="28" fill="var(--sea-700)" />
        <rect x="118" y="196" width="244" height="30" rx="12" fill="var(--sea-900)" />
        {socialCard ? (
          <>
            <clipPath id="out-of-slot">
              <rect x="0" y="212" width="860" height="560" />
            </clipPath>
            <g clipPath="url(#out-of-slot)">
              <g transform="translate(135 130)">
                <g className="pull-card">
                  <SocialCardDrawing />
                </g>
              </g>
            </g>
            <Arrow x={418} y={290} length={120} />
          </>
        ) : null}
      </g>
      <g opacity={idCard ? 1 : 0.35} transform="translate(60 0)">
        <Reader />
        {idCard ? (
          <>
            <g transform="translate(415 435)">
              <g className="lift-card">
                <IdCardDrawing />
              </g>
            </g>
            <Arrow x={565} y={392} turn={180} length={110} />
          </>
        ) : null}
      </g>
    </svg>
  );
}

/** The slot the receipt comes out of. */
export function PrinterSlip({ label }: Labelled) {
  return (
    <svg viewBox="0 0 360 300" role="img" aria-label={label}>
      <clipPath id="under-printer">
        <rect x="0" y="92" width="360" height="208" />
      </clipPath>
      <rect x="20" y="20" width="320" height="96" rx="24" fill="var(--sea-700)" />
      <rect x="70" y="80" width="220" height="18" rx="9" fill="var(--sea-900)" />
      <g clipPath="url(#under-printer)">
        <g className="slide-paper">
          <path
            d="M90 90h180v190l-18-14-18 14-18-14-18 14-18-14-18 14-18-14-18 14-18-14-18 14z"
            fill="var(--white)"
            stroke="var(--sand-300)"
            strokeWidth="4"
          />
          <path
            d="M116 130h128M116 160h90M116 190h110"
            stroke="var(--ink-2)"
            strokeWidth="9"
            strokeLinecap="round"
          />
        </g>
      </g>
    </svg>
  );
}

/** The ID card, to be kept by its owner. */
export function IdCardScene({ label }: Labelled) {
  return (
    <svg viewBox="0 0 560 400" role="img" aria-label={label}>
      <circle cx="280" cy="200" r="190" fill="var(--sea-50)" />
      <path
        d="M106 270c60-36 110-30 170-4s120 24 178-14c-26 78-96 138-176 138-80 0-146-50-172-120z"
        fill="var(--sea-100)"
      />
      <g transform="translate(124 110) rotate(-5)">
        <IdCardDrawing />
      </g>
    </svg>
  );
}
