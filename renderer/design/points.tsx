import './points.css';
import { TickIcon } from '../illustrations/signs.tsx';
import { WholeWords } from './whole-words.tsx';

/** Short sentences under each other, ticked or numbered. */
export function Points({ points, numbered = false }: { points: readonly string[]; numbered?: boolean }) {
  return (
    <ol className="points">
      {points.map((point, at) => (
        <li key={point}>
          {numbered ? <b>{at + 1}</b> : <TickIcon />}
          <WholeWords text={point} />
        </li>
      ))}
    </ol>
  );
}
