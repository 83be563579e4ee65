import './choice-list.css';
import { useState } from 'react';
import { useWords } from '../frame/kiosk-context.ts';
import { Button } from './button.tsx';
import { packPages } from './paging.ts';

interface Pages<T> {
  readonly items: readonly T[];
  readonly page: number;
  readonly count: number;
  readonly last: boolean;
  readonly turn: (by: 1 | -1) => void;
}

/** One page of a long list at a time. A change of room (elder mode) keeps the reader near. */
export function usePages<T>(
  items: readonly T[],
  capacity: number,
  weight: (item: T) => number = () => 1,
): Pages<T> {
  const [wanted, setWanted] = useState(0);
  const pages = packPages(items, weight, capacity);
  const page = Math.min(wanted, Math.max(0, pages.length - 1));
  return {
    items: pages[page] ?? [],
    page,
    count: pages.length,
    last: page >= pages.length - 1,
    turn: (by) => setWanted(Math.max(0, Math.min(pages.length - 1, page + by))),
  };
}

/** Back and forth between pages, with large targets; nothing at all where one page holds everything. */
export function Pager({ pages }: { pages: Pages<unknown> }) {
  const { frame } = useWords();
  if (pages.count < 2) return null;
  return (
    <nav className="pager">
      <Button kind="small" onPress={() => pages.turn(-1)} disabled={pages.page === 0}>
        {frame.previousPage}
      </Button>
      <span>{frame.page(pages.page + 1, pages.count)}</span>
      <Button kind="small" onPress={() => pages.turn(1)} disabled={pages.last}>
        {frame.nextPage}
      </Button>
    </nav>
  );
}
