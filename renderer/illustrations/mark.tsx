/** The kiosk's mark: a card over the sea. */
export function Mark() {
  return (
    <svg className="header-mark" viewBox="0 0 72 72" aria-hidden="true">
      <rect width="72" height="72" rx="20" fill="var(--sea-700)" />
      <path
        d="M10 46c8-7 14-7 20-1s12 6 18 1 10-5 14-2v12a8 8 0 0 1-8 8H18a8 8 0 0 1-8-8z"
        fill="var(--sea-300)"
      />
      <rect x="17" y="15" width="38" height="25" rx="5" fill="var(--sand-50)" />
      <rect x="22" y="21" width="9" height="8" rx="2" fill="#d9a441" />
      <path d="M36 23h14M36 30h10" stroke="var(--sea-700)" strokeWidth="3" strokeLinecap="round" />
    </svg>
  );
}
