import './points.css';
import { TickIcon } from '../illustrations/signs.tsx';

/** Short sentences under each other, ticked or numbered. */
export function Points({ points, numbered = false }: { points: readonly string[]; numbered?: boolean }) {
  return (
    <ol className="points">
      {points.map((point, at) => (
        <li key={point}>
          {numbered ? <b>{at + 1}</b> : <TickIcon />}
          <span>{point}</span>
        </li>
      ))}
    </ol>
  );
}
