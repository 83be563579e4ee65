import { useEffect, useRef, useState } from 'react';
import { useKiosk } from '../frame/kiosk-context.ts';

export interface Search {
  readonly typed: string;
  readonly set: (letters: string) => void;
}

/**
 * Letters as they are typed, sent at each one. A touch while the last answer is on its way names an old view and is
 * dropped by the core: what is missing is sent once more with the next view.
 */
export function useSearch(query: string): Search {
  const { send, view } = useKiosk();
  const [typed, setTyped] = useState(query);
  const asked = useRef({ text: query, at: view.revision });
  const set = (letters: string) => {
    setTyped(letters);
    asked.current = { text: letters, at: view.revision };
    send({ type: 'search', text: letters });
  };
  useEffect(() => {
    const { text, at } = asked.current;
    if (text === query || at >= view.revision || at < 0) return;
    asked.current = { text, at: -1 };
    send({ type: 'search', text });
  }, [query, view.revision, send]);
  return { typed, set };
}
