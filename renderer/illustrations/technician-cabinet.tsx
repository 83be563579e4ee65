import './technician.css';
import type { ReactNode } from 'react';
import { Scene } from './scenes.tsx';

interface Labelled {
  readonly label: string;
}

/** The kiosk with its cabinet under the screen; what is inside is seen through the open door. */
function Cabinet({ children }: { children?: ReactNode }) {
  return (
    <>
      <rect
        x="150"
        y="34"
        width="210"
        height="384"
        rx="26"
        fill="var(--white)"
        stroke="var(--sea-900)"
        strokeWidth="8"
      />
      <rect x="176" y="60" width="158" height="112" rx="14" fill="var(--sea-700)" />
      <path
        d="M176 140c24-16 40-12 62-2s40 12 58 2 26-8 38-4v22a14 14 0 0 1-14 14H190a14 14 0 0 1-14-14z"
        fill="var(--sea-600)"
      />
      <rect
        x="176"
        y="200"
        width="158"
        height="190"
        rx="10"
        fill="var(--sand-200)"
        stroke="var(--sea-900)"
        strokeWidth="6"
      />
      {children}
    </>
  );
}

const Shelves = () => (
  <>
    <rect x="194" y="218" width="122" height="62" rx="10" fill="var(--sea-700)" />
    <path d="M210 250h66" stroke="var(--sea-900)" strokeWidth="10" strokeLinecap="round" />
    <circle cx="298" cy="240" r="6" fill="var(--sea-300)" />
    <rect
      x="194"
      y="300"
      width="122"
      height="74"
      rx="10"
      fill="var(--white)"
      stroke="var(--sea-900)"
      strokeWidth="5"
    />
    <path d="M214 326h82M214 348h54" stroke="var(--sea-300)" strokeWidth="9" strokeLinecap="round" />
  </>
);

const OpenDoor = () => (
  <g stroke="var(--sea-900)" strokeWidth="7" strokeLinejoin="round">
    <path d="M336 200l108 30v190l-108-28z" fill="var(--white)" />
    <path d="M362 240l54 15v42l-54-14z" fill="var(--sea-100)" strokeWidth="5" />
    <circle cx="424" cy="328" r="9" fill="#d9a441" strokeWidth="5" />
  </g>
);

/** Open the cabinet: the door swings to the right, the key is at its edge. */
export function OpenCabinet({ label }: Labelled) {
  return (
    <Scene label={label}>
      <Cabinet>
        <Shelves />
      </Cabinet>
      <OpenDoor />
      <Swing />
    </Scene>
  );
}

/** The way the door goes. `M` and arrow head in the one colour of guidance. */
function Swing({ back = false }: { back?: boolean }) {
  return (
    <path
      d={
        back
          ? 'M500 330c10-72-16-122-70-140m0 0 40-16m-40 16 22 36'
          : 'M430 176c58 16 84 66 76 138m0 0-28-32m28 32 32-28'
      }
      stroke="var(--guide)"
      strokeWidth="14"
      fill="none"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  );
}

/** Close the cabinet. */
export function CloseCabinet({ label }: Labelled) {
  return (
    <Scene label={label}>
      <Cabinet>
        <Shelves />
      </Cabinet>
      <OpenDoor />
      <Swing back />
    </Scene>
  );
}

/** Look inside with a torch: a card whose place nobody knows. */
export function LookInside({ label }: Labelled) {
  return (
    <Scene label={label}>
      <Cabinet>
        <Shelves />
      </Cabinet>
      <path d="M424 322 214 230v132l206-6z" fill="#f6e3b6" opacity="0.75" />
      <g stroke="var(--sea-900)" strokeWidth="7" strokeLinejoin="round">
        <path d="M420 312l34-12v84l-34-12z" fill="#d9a441" />
        <rect x="454" y="314" width="76" height="56" rx="12" fill="var(--sea-700)" />
      </g>
      <g transform="translate(226 258) rotate(-12)">
        <rect width="92" height="58" rx="9" fill="var(--white)" stroke="var(--sea-900)" strokeWidth="6" />
        <rect x="14" y="16" width="24" height="22" rx="4" fill="#d9a441" stroke="#8a5a00" strokeWidth="3" />
      </g>
      <path
        d="M356 216c0-16 10-24 24-24s24 8 24 22c0 18-24 20-24 36m0 20v2"
        stroke="var(--guide)"
        strokeWidth="12"
        fill="none"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </Scene>
  );
}

/** The machine at work, nothing to touch. */
export function MachineWorks({ label }: Labelled) {
  return (
    <Scene label={label}>
      <Cabinet>
        <Shelves />
      </Cabinet>
      <g fill="none" stroke="var(--guide)" strokeWidth="13" strokeLinecap="round" strokeLinejoin="round">
        <path d="M392 300a62 62 0 1 1 20 62" />
        <path d="m410 394 2-32 32 2" />
      </g>
      <path
        d="M454 282v38l26 16"
        stroke="var(--sea-900)"
        strokeWidth="9"
        fill="none"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </Scene>
  );
}

/** It ends and begins again. */
export function Restart({ label }: Labelled) {
  return (
    <Scene label={label}>
      <Cabinet />
      <rect x="182" y="206" width="146" height="178" rx="8" fill="var(--white)" />
      <circle cx="255" cy="295" r="12" fill="var(--sea-700)" />
      <g fill="none" stroke="var(--guide)" strokeWidth="14" strokeLinecap="round" strokeLinejoin="round">
        <path d="M316 254a72 72 0 1 0 10 60" />
        <path d="m320 212-2 44-44-6" />
      </g>
    </Scene>
  );
}
