import { useEffect, useState } from 'react';

/** Whole seconds left, counted here from the moment `seconds` arrived. Key the component by the view's revision. */
export function useSecondsLeft(seconds: number): number {
  const [left, setLeft] = useState(Math.ceil(seconds));
  useEffect(() => {
    const start = performance.now();
    const timer = setInterval(() => {
      setLeft(Math.max(0, Math.ceil(seconds - (performance.now() - start) / 1000)));
    }, 250);
    return () => clearInterval(timer);
  }, [seconds]);
  return left;
}

interface CountdownRingProps {
  readonly left: number;
  readonly of: number;
  readonly spoken: string;
}

const AROUND = 2 * Math.PI * 42;

/** Seconds in a ring that empties. */
export function CountdownRing({ left, of, spoken }: CountdownRingProps) {
  const part = of > 0 ? Math.min(1, left / of) : 0;
  return (
    <span className="countdown-ring" role="timer" aria-label={spoken}>
      <svg viewBox="0 0 100 100" aria-hidden="true">
        <circle cx="50" cy="50" r="42" fill="none" stroke="var(--sand-200)" strokeWidth="8" />
        <circle
          cx="50"
          cy="50"
          r="42"
          fill="none"
          stroke="var(--sea-600)"
          strokeWidth="8"
          strokeLinecap="round"
          strokeDasharray={AROUND}
          strokeDashoffset={AROUND * (1 - part)}
        />
      </svg>
      <b>{left}</b>
    </span>
  );
}
