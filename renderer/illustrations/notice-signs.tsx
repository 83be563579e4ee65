/** A warning: a triangle, so that the shape says it without the colour. */
export const WarningSign = () => (
  <svg viewBox="0 0 52 52" fill="none" aria-hidden="true">
    <path
      d="M26 6 49 45H3Z"
      fill="currentColor"
      stroke="currentColor"
      strokeWidth="4"
      strokeLinejoin="round"
    />
    <path d="M26 20v12m0 7v.5" stroke="var(--warn-bg)" strokeWidth="5" strokeLinecap="round" />
  </svg>
);

/** Something to know: a disc. */
export const NoticeSign = () => (
  <svg viewBox="0 0 52 52" fill="none" aria-hidden="true">
    <circle cx="26" cy="26" r="23" fill="currentColor" />
    <path d="M26 24v14m0-24v.5" stroke="var(--sea-100)" strokeWidth="5" strokeLinecap="round" />
  </svg>
);
