/** A place on the drawing, 0 … 1 across and down. */
export interface DrawnPoint {
  readonly x: number;
  readonly y: number;
}

export interface DrawnGrid {
  readonly columns: number;
  readonly rows: number;
}

/** Steps for each field of a line, so that none is jumped over at a corner. */
const STEPS_PER_FIELD = 4;

/** The field under a point, counted row by row; null beside the grid. */
export function fieldAt({ x, y }: DrawnPoint, { columns, rows }: DrawnGrid): number | null {
  const column = Math.floor(x * columns);
  const row = Math.floor(y * rows);
  const inside = column >= 0 && column < columns && row >= 0 && row < rows;
  return inside ? row * columns + column : null;
}

/** Every field that a finger went through between two reports of the screen, which come further apart the faster it is. */
export function fieldsBetween(from: DrawnPoint, to: DrawnPoint, grid: DrawnGrid): ReadonlySet<number> {
  const across = Math.abs(to.x - from.x) * grid.columns;
  const down = Math.abs(to.y - from.y) * grid.rows;
  const steps = Math.max(1, Math.ceil(Math.max(across, down) * STEPS_PER_FIELD));
  const fields = new Set<number>();
  for (let step = 0; step <= steps; step += 1) {
    const part = step / steps;
    const field = fieldAt({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }, grid);
    if (field !== null) fields.add(field);
  }
  return fields;
}
