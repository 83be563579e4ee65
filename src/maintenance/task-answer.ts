import type { TaskAsk } from '../contracts/maintenance/page.ts';
import { unreachable } from '../result.ts';

/** Whether this is an answer to what a step asks; anything else is a late or a foreign touch and is dropped. */
export function answerFits(ask: TaskAsk, value: string | number | null): boolean {
  switch (ask.kind) {
    case 'do':
    case 'cards':
      return value === null;
    case 'count':
      return isWhole(value, ask.most);
    case 'draw':
      return isWhole(value, ask.columns * ask.rows);
    case 'choose':
      return ask.options.some((option) => option.value === value);
    case 'enter':
      return typeof value === 'string' && value.length <= ask.longest;
    case 'camera':
      return value === 'right' || value === 'not-right';
    case 'sound':
      return value === 'heard' || value === 'not-heard';
    case 'running':
    case 'end':
      return false;
    default:
      return unreachable(ask);
  }
}

const isWhole = (value: string | number | null, most: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;
