import './tile.css';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { ForwardIcon } from '../illustrations/signs.tsx';

interface TileProps {
  readonly service: string;
  readonly name: string;
  readonly icon: ReactNode;
  readonly lines?: readonly string[];
  /** Why it can't be done now, or what to know first. */
  readonly reason?: string | null;
  readonly available: boolean;
  readonly onPress: () => void;
}

/** An entry of the home screen. One that can't finish now keeps its place, flat, and says why. */
export function Tile({ service, name, icon, lines = [], reason = null, available, onPress }: TileProps) {
  const inside = (
    <>
      <span className="tile-icon">{icon}</span>
      <span className="tile-words">
        <strong>{name}</strong>
        {lines.map((line) => (
          <span className="tile-line" key={line}>
            {line}
          </span>
        ))}
        {reason === null ? null : <span className="tile-reason">{reason}</span>}
      </span>
      {available ? (
        <span className="tile-forward">
          <ForwardIcon />
        </span>
      ) : null}
    </>
  );
  return available ? (
    <AriaButton className="tile" data-service={service} onPress={onPress}>
      {inside}
    </AriaButton>
  ) : (
    <div className="tile off" data-service={service}>
      {inside}
    </div>
  );
}
