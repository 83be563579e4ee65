/** The two cards people hold, as parts of larger drawings. Sizes in the drawing's units, 300 × 190. */

/** A resident ID card, photo side up. */
export function IdCardDrawing() {
  return (
    <>
      <rect width="300" height="190" rx="20" fill="var(--sand-50)" stroke="var(--sea-900)" strokeWidth="6" />
      <rect x="24" y="30" width="120" height="16" rx="8" fill="var(--ink-2)" />
      <rect x="24" y="64" width="96" height="12" rx="6" fill="#8b9a9c" />
      <rect x="24" y="90" width="132" height="12" rx="6" fill="#8b9a9c" />
      <rect x="24" y="150" width="190" height="14" rx="7" fill="var(--ink-2)" />
      <rect x="200" y="28" width="78" height="98" rx="10" fill="var(--sea-100)" />
      <circle cx="239" cy="66" r="20" fill="var(--sea-600)" />
      <path d="M208 126c2-26 14-36 31-36s29 10 31 36z" fill="var(--sea-600)" />
    </>
  );
}

/** A social security card standing on end, chip towards the slot above it. 210 × 330. */
export function SocialCardDrawing({ back = false }: { back?: boolean }) {
  return (
    <>
      <rect width="210" height="330" rx="22" fill="#f6e3b6" stroke="var(--sea-900)" strokeWidth="6" />
      <path
        d="M3 236c34-24 58-20 96 2s70 16 108-10v78a21 21 0 0 1-21 21H24a21 21 0 0 1-21-21z"
        fill="var(--sea-300)"
      />
      {back ? (
        <>
          <rect x="0" y="44" width="210" height="46" fill="var(--ink-2)" />
          <rect x="30" y="120" width="150" height="30" rx="6" fill="var(--white)" />
        </>
      ) : (
        <>
          <rect
            x="70"
            y="38"
            width="70"
            height="82"
            rx="12"
            fill="#d9a441"
            stroke="#8a5a00"
            strokeWidth="4"
          />
          <path
            d="M70 66h24v26H70M140 66h-24v26h24M94 38v28M116 92v28"
            stroke="#8a5a00"
            strokeWidth="4"
            fill="none"
          />
          <rect x="36" y="166" width="138" height="14" rx="7" fill="var(--sea-700)" />
          <rect x="36" y="194" width="90" height="12" rx="6" fill="var(--sea-700)" />
        </>
      )}
    </>
  );
}

/** An arrow in the one colour of guidance. */
export function Arrow({
  x,
  y,
  turn = 0,
  length = 110,
}: {
  x: number;
  y: number;
  turn?: number;
  length?: number;
}) {
  return (
    <g transform={`translate(${x} ${y}) rotate(${turn})`}>
      <path
        className="nod-arrow"
        d={`M0 0v${length}m0 0-34-38m34 38 34-38`}
        stroke="var(--guide)"
        strokeWidth="16"
        fill="none"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </g>
  );
}

/** The kiosk's front: screen with sea above, room for a device below. 860 × 760. */
export function KioskFront() {
  return (
    <>
      <rect
        x="70"
        y="40"
        width="720"
        height="660"
        rx="56"
        fill="var(--white)"
        stroke="var(--sand-200)"
        strokeWidth="6"
      />
      <rect x="130" y="96" width="600" height="240" rx="28" fill="var(--sea-50)" />
      <path
        d="M130 280c90-60 150-50 230-8s150 46 220 6 110-38 150-16v46a28 28 0 0 1-28 28H158a28 28 0 0 1-28-28z"
        fill="var(--sea-100)"
      />
    </>
  );
}
