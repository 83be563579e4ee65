import './answer-list.css';
import type { ReactNode } from 'react';

export interface Answer {
  readonly key: string;
  readonly label: string;
  readonly value: ReactNode;
  readonly after?: ReactNode;
}

/** A masked number keeps its groups together. */
const masked = (value: ReactNode) => typeof value === 'string' && /[＊*●]/.test(value);

/** Labels and values, one per line, with where a value comes from or a way to change it. */
export function AnswerList({ answers }: { answers: readonly Answer[] }) {
  return (
    <dl className="answers">
      {answers.map((answer) => (
        <div key={answer.key}>
          <dt>{answer.label}</dt>
          <dd className={masked(answer.value) ? 'masked' : undefined}>{answer.value}</dd>
          <span className="answers-after">{answer.after}</span>
        </div>
      ))}
    </dl>
  );
}
