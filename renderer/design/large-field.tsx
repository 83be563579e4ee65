import './large-field.css';
import type { ReactNode } from 'react';

interface LargeFieldProps {
  readonly label: string;
  readonly value: string;
  readonly empty: string;
  readonly kind: 'digits' | 'text';
  readonly after?: ReactNode;
}

/** What is being typed, large; keys are on the screen, so this is read, not focused. */
export function LargeField({ label, value, empty, kind, after }: LargeFieldProps) {
  return (
    <output className={`field-large ${kind}`} aria-label={label}>
      <span>
        {value === '' ? <span className="field-empty">{empty}</span> : value}
        {after}
        <span className="field-caret" aria-hidden="true" />
      </span>
    </output>
  );
}

/** One box per digit: for codes and for a PIN's count (`•`, never the digit). */
export function DigitCells({ label, cells, of }: { label: string; cells: readonly string[]; of: number }) {
  const positions = Array.from({ length: of }, (_, at) => at);
  return (
    <div className="cells" role="img" aria-label={label}>
      {positions.map((at) => (
        <span key={at} className={at < cells.length ? 'filled' : at === cells.length ? 'now' : ''}>
          {cells[at] ?? ''}
        </span>
      ))}
    </div>
  );
}
