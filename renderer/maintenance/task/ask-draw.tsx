import './ask-draw.css';
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../../design/button.tsx';
import { useSecondsLeft } from '../../design/countdown.tsx';
import { useRoom, useWords } from '../../frame/kiosk-context.ts';
import type { AskProps } from './ask-props.ts';
import { type DrawnPoint, fieldsBetween } from './drawn-fields.ts';
import { stepSaid } from './step-said.ts';

/** Seconds until the way out is offered: before that a sound screen is swept. */
const WAY_OUT_AFTER = 30;

/** The whole screen in fields that the finger sweeps; what stays dark is where it is not felt. */
export function AskDraw({ page, ask, answer }: AskProps<'draw'>) {
  const { tasks } = useWords();
  const { landscape } = useRoom();
  const [drawn, setDrawn] = useState<ReadonlySet<number>>(new Set());
  const last = useRef<DrawnPoint | null>(null);
  const wait = useSecondsLeft(WAY_OUT_AFTER);
  // Fields stay about as wide as high, whichever way the screen stands.
  const long = Math.max(ask.columns, ask.rows);
  const short = Math.min(ask.columns, ask.rows);
  const grid = landscape ? { columns: long, rows: short } : { columns: short, rows: long };
  const all = grid.columns * grid.rows;
  const missed = all - drawn.size;
  const { frame } = tasks;

  const latest = useRef(answer);
  latest.current = answer;
  useEffect(() => {
    if (missed === 0) latest.current(0);
  }, [missed]);

  const draw = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const here = { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
    const fields = fieldsBetween(last.current ?? here, here, grid);
    last.current = here;
    setDrawn((before) => new Set([...before, ...fields]));
  };
  const lift = () => {
    last.current = null;
  };

  return (
    <div
      className="drawing"
      style={{
        gridTemplateColumns: `repeat(${grid.columns}, 1fr)`,
        gridTemplateRows: `repeat(${grid.rows}, 1fr)`,
      }}
      onPointerDown={draw}
      onPointerMove={(event) => {
        if (event.buttons > 0) draw(event);
      }}
      onPointerUp={lift}
      onPointerCancel={lift}
    >
      {Array.from({ length: all }, (_, field) => field).map((field) => (
        <div key={field} className={drawn.has(field) ? 'drawing-field drawn' : 'drawing-field'} />
      ))}
      <div className="drawing-words">
        <h1>{stepSaid(tasks, page).title}</h1>
        <b role="status">{frame.drawLeft(missed)}</b>
        {wait > 0 ? (
          <p>{frame.drawWayOut(wait)}</p>
        ) : (
          <Button act="answer" onPress={() => answer(missed)}>
            {frame.drawGiveUp(missed)}
          </Button>
        )}
      </div>
    </div>
  );
}
