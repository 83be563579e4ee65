import type { ReceiptState } from '../../src/receipt/receipt-state.ts';

type Look = { readonly colour: string; readonly ground: string; readonly sign: string };

const LOOKS: Record<ReceiptState | 'attention', Look> = {
  'done-here': { colour: 'var(--good)', ground: 'var(--good-bg)', sign: 'm34 62 18 18 36-42' },
  'sent-waiting-for-office': { colour: 'var(--good)', ground: 'var(--good-bg)', sign: 'm34 62 18 18 36-42' },
  'accepted-not-yet-sent': { colour: 'var(--warn)', ground: 'var(--warn-bg)', sign: 'M60 32v30l20 14' },
  'partly-done': { colour: 'var(--warn)', ground: 'var(--warn-bg)', sign: 'm30 60 14 14 24-28M78 60h14' },
  refused: { colour: 'var(--bad)', ground: 'var(--bad-bg)', sign: 'm40 40 40 40m0-40-40 40' },
  'unknown-asking': {
    colour: 'var(--warn)',
    ground: 'var(--warn-bg)',
    sign: 'M44 48c0-12 8-18 16-18s16 6 16 18-16 12-16 24M60 87v.5',
  },
  'nothing-happened': { colour: 'var(--ink-2)', ground: 'var(--sand-100)', sign: 'M36 60h48' },
  'go-to-counter': {
    colour: 'var(--sea-700)',
    ground: 'var(--sea-50)',
    sign: 'M32 60h52m-20-22 22 22-22 22',
  },
  attention: { colour: 'var(--warn)', ground: 'var(--warn-bg)', sign: 'M60 30v36M60 86v.5' },
};

/** How it stands, as a sign with a shape of its own; the title beside it says the same. */
export function Seal({ state }: { state: ReceiptState | 'attention' }) {
  const { colour, ground, sign } = LOOKS[state];
  return (
    <svg className="seal" viewBox="0 0 120 120" aria-hidden="true">
      <circle cx="60" cy="60" r="54" fill={ground} stroke={colour} strokeWidth="6" />
      <path
        d={sign}
        fill="none"
        stroke={colour}
        strokeWidth="10"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
