import type { ReactNode } from 'react';

function Sign({ children }: { children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 52 52"
      fill="none"
      stroke="currentColor"
      strokeWidth="5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export const TickIcon = () => (
  <Sign>
    <path d="m11 27 11 11 20-23" />
  </Sign>
);
export const ForwardIcon = () => (
  <Sign>
    <path d="m20 11 15 15-15 15" />
  </Sign>
);
export const BackIcon = () => (
  <Sign>
    <path d="M42 26H12m13-14L11 26l14 14" />
  </Sign>
);
export const HelpIcon = () => (
  <Sign>
    <circle cx="26" cy="26" r="20" />
    <path d="M20 21c0-4 3-6 6-6s6 2 6 6-6 4-6 9M26 37v.5" />
  </Sign>
);
export const LeaveIcon = () => (
  <Sign>
    <path d="M22 8H10v36h12M21 26h22m-9-9 9 9-9 9" />
  </Sign>
);
export const LanguageIcon = () => (
  <Sign>
    <circle cx="26" cy="26" r="20" />
    <path d="M6 26h40M26 6c12 12 12 28 0 40M26 6c-12 12-12 28 0 40" strokeWidth="4" />
  </Sign>
);
export const LetterSizeIcon = () => (
  <Sign>
    <path d="M6 42 19 10l13 32M11 31h16M33 42l7.5-18L48 42m-12.5-6h10" strokeWidth="4.5" />
  </Sign>
);
export const LowerIcon = () => (
  <Sign>
    <path d="M26 6v24m-11-10 11 11 11-11M8 44h36" />
  </Sign>
);
export const HigherIcon = () => (
  <Sign>
    <path d="M26 46V22m-11 10 11-11 11 11M8 8h36" />
  </Sign>
);
export const CrossIcon = () => (
  <Sign>
    <path d="m14 14 24 24m0-24L14 38" />
  </Sign>
);
export const WaitIcon = () => (
  <Sign>
    <path d="M14 8h24M14 44h24M17 8v7l9 11 9-11V8M17 44v-7l9-11 9 11v7" strokeWidth="4.5" />
  </Sign>
);
export const QuestionIcon = () => (
  <Sign>
    <path d="M18 18c0-6 4-9 8-9s8 3 8 9-8 6-8 13M26 41v.5" />
  </Sign>
);
