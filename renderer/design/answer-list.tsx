import './answer-list.css';
import type { ReactNode } from 'react';
import { WholeWords } from './whole-words.tsx';

export interface Answer {
  readonly key: string;
  readonly label: string;
  readonly value: ReactNode;
  readonly after?: ReactNode;
}

/** A masked number stays on one line; an address may wrap. */
const masked = (value: ReactNode) => typeof value === 'string' && /^[\dA-Z ＊*●]+$/.test(value);

interface AnswerListProps {
  readonly answers: readonly Answer[];
  /** Lying screens: fill two columns, the left one first. */
  readonly twoColumns?: boolean;
  /** Lines further apart, where there are few. */
  readonly roomy?: boolean;
}

/** Labels and values, one per line, with where a value comes from or a way to change it. */
export function AnswerList({ answers, twoColumns = false, roomy = false }: AnswerListProps) {
  if (answers.length === 0) return null;
  if (twoColumns && answers.length > 3) {
    const half = Math.ceil(answers.length / 2);
    return (
      <div className="answer-columns">
        <AnswerList answers={answers.slice(0, half)} />
        <AnswerList answers={answers.slice(half)} />
      </div>
    );
  }
  return (
    <dl className={roomy ? 'answers roomy' : 'answers'}>
      {answers.map((answer) => (
        <div key={answer.key}>
          <dt>{answer.label}</dt>
          <dd className={masked(answer.value) ? 'masked' : undefined}>
            {typeof answer.value === 'string' && !masked(answer.value) ? (
              <WholeWords text={answer.value} />
            ) : (
              answer.value
            )}
          </dd>
          <span className="answers-after">{answer.after}</span>
        </div>
      ))}
    </dl>
  );
}
