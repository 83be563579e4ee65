/** A coconut palm; its foot is about 130 below `y` at scale 1. */
export function Palm({ x, y, scale }: { x: number; y: number; scale: number }) {
  return (
    <g transform={`translate(${x} ${y}) scale(${scale})`}>
      <path d="M-14 130C-2 20-10-120-44-250l22-6C20-130 26 10 22 130z" fill="var(--sea-900)" />
      <g fill="var(--sea-700)">
        <path d="M-34-252c-60-60-130-60-176-10 70-18 120-8 176 10z" />
        <path d="M-34-252c-20-80-80-130-150-120 70 24 110 60 150 120z" />
        <path d="M-34-252c10-84 70-140 142-136-66 32-104 70-142 136z" />
        <path d="M-34-252c60-66 136-70 186-16-74-22-124-8-186 16z" />
        <path d="M-34-252c-70-16-124 16-146 76 44-50 90-70 146-76z" />
        <path d="M-34-252c70-20 130 10 154 70-50-46-98-64-154-70z" />
      </g>
      <circle cx="-42" cy="-238" r="15" fill="#8a5a00" />
      <circle cx="-20" cy="-232" r="15" fill="#8a5a00" />
    </g>
  );
}
