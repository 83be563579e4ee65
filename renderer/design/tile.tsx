import './tile.css';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';

interface TileProps {
  readonly name: string;
  readonly icon: ReactNode;
  readonly lines?: readonly string[];
  /** Why it can't be done now, or what to know first. */
  readonly reason?: string | null;
  readonly available: boolean;
  readonly mini?: boolean;
  readonly onPress: () => void;
}

/** An entry of the home screen. One that can't finish now keeps its place, dashed, and says why. */
export function Tile({ name, icon, lines = [], reason = null, available, mini = false, onPress }: TileProps) {
  const look = `tile${mini ? ' mini' : ''}${available ? '' : ' off'}`;
  const inside = (
    <>
      {mini ? icon : null}
      <strong>{name}</strong>
      {mini ? null : icon}
      {lines.map((line) => (
        <span className="tile-line" key={line}>
          {line}
        </span>
      ))}
      {reason === null ? null : <span className="tile-reason">{reason}</span>}
    </>
  );
  return available ? (
    <AriaButton className={look} onPress={onPress}>
      {inside}
    </AriaButton>
  ) : (
    <div className={look}>{inside}</div>
  );
}
