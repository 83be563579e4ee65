import type { ReactNode } from 'react';
import type { ServiceId } from '../../src/contracts/service.ts';

const card = <rect x="8" y="18" width="68" height="48" rx="9" />;
const sheet = (
  <>
    <rect x="18" y="9" width="48" height="66" rx="9" />
    <path d="M30 27h24M30 41h24M30 55h14" />
  </>
);

const DRAWINGS: Record<ServiceId, ReactNode> = {
  apply: (
    <>
      {card}
      <rect x="18" y="31" width="14" height="12" rx="3" />
      <path d="M44 35h20M44 46h14M18 56h28" />
    </>
  ),
  activate: (
    <>
      <path d="M46 66H17a9 9 0 0 1-9-9V27a9 9 0 0 1 9-9h50a9 9 0 0 1 9 9v13" />
      <path d="M8 34h68M20 50h14" />
      <path d="m48 62 10 10 20-22" />
    </>
  ),
  loss: (
    <>
      <path d="M40 58H16a8 8 0 0 1-8-8V24a8 8 0 0 1 8-8h42a8 8 0 0 1 8 8v12" />
      <path d="M18 30h14M18 42h18" />
      <circle cx="60" cy="58" r="17" />
      <path d="M60 49v10M60 66v.5" />
    </>
  ),
  replace: (
    <>
      {card}
      <path d="M42 30v24M30 42h24" />
    </>
  ),
  swap: (
    <>
      <rect x="8" y="12" width="44" height="30" rx="7" />
      <rect x="32" y="44" width="44" height="30" rx="7" />
      <path d="M63 14c7 4 10 10 10 18m0 0-7-6m7 6 6-7M21 72c-7-4-10-10-10-18m0 0-6 7m6-7 7 6" />
    </>
  ),
  exchange: (
    <>
      <rect x="22" y="28" width="54" height="40" rx="8" />
      <path d="M62 16H20a12 12 0 0 0-12 12v10m0 0-6-7m6 7 7-7M34 44h12M34 55h24" />
    </>
  ),
  certify: (
    <>
      <circle cx="36" cy="30" r="16" />
      <path d="M10 72c2-16 12-24 26-24 5 0 9 1 12 3" />
      <path d="m50 64 9 9 17-19" />
    </>
  ),
  records: sheet,
  progress: (
    <>
      <circle cx="42" cy="42" r="32" />
      <path d="M42 22v21l15 9" />
    </>
  ),
  'contact-data': (
    <>
      <rect x="24" y="8" width="36" height="68" rx="9" />
      <path d="M38 65h8M34 22h16" />
    </>
  ),
  'read-card': (
    <>
      <circle cx="36" cy="36" r="25" />
      <path d="m55 55 20 20M25 36h22M25 28h12" />
    </>
  ),
  'electronic-card': (
    <>
      <rect x="10" y="10" width="26" height="26" rx="5" />
      <rect x="48" y="10" width="26" height="26" rx="5" />
      <rect x="10" y="48" width="26" height="26" rx="5" />
      <path d="M50 50h8v8M74 50v10M50 74v-6M62 74h12v-6" />
    </>
  ),
  outlets: (
    <>
      <path d="M42 76s26-23 26-42a26 26 0 0 0-52 0c0 19 26 42 26 42z" />
      <circle cx="42" cy="34" r="9" />
    </>
  ),
  help: (
    <>
      <circle cx="42" cy="42" r="32" />
      <path d="M32 34c0-7 5-10 10-10s10 3 10 10-10 7-10 15M42 59v.5" />
    </>
  ),
};

/** The picture of a service, drawn in the colour of its surroundings. */
export function ServiceIcon({ service }: { service: ServiceId }) {
  return (
    <svg
      viewBox="0 0 84 84"
      fill="none"
      stroke="currentColor"
      strokeWidth="5"
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden="true"
    >
      {DRAWINGS[service]}
    </svg>
  );
}
