import type { ReadinessLevel } from '../../../src/contracts/maintenance/readiness-report.ts';
import { useWords } from '../../frame/kiosk-context.ts';

/** Each level has a shape of its own: a barred ring, a triangle, a tick. The word below it says the same. */
export function LevelSign({ level, worded = true }: { level: ReadinessLevel; worded?: boolean }) {
  const { readiness } = useWords();
  return (
    <span className={`level ${level}`}>
      <svg viewBox="0 0 64 64" aria-hidden="true">
        <Shape level={level} />
      </svg>
      {worded ? <span>{readiness.levels[level]}</span> : null}
    </span>
  );
}

function Shape({ level }: { level: ReadinessLevel }) {
  const stroke = {
    stroke: 'var(--white)',
    strokeWidth: 7,
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
    fill: 'none',
  } as const;
  switch (level) {
    case 'stop':
      return (
        <>
          <path d="M21 4h22l17 17v22L43 60H21L4 43V21z" fill="var(--bad)" />
          <path d="M32 17v18M32 47v.5" {...stroke} />
        </>
      );
    case 'soon':
      return (
        <>
          <path
            d="M32 5 61 57H3z"
            fill="var(--warn)"
            stroke="var(--warn)"
            strokeWidth="5"
            strokeLinejoin="round"
          />
          <path d="M32 24v14M32 48v.5" {...stroke} strokeWidth="6" />
        </>
      );
    case 'well':
      return (
        <>
          <circle cx="32" cy="32" r="29" fill="var(--good)" />
          <path d="m18 33 10 10 19-21" {...stroke} />
        </>
      );
  }
}
