import { useCallback, useEffect, useRef, useState } from 'react';
import type { Result } from '../../../src/result.ts';
import { useDesk } from '../frame/desk-context.ts';
import type { CallTrouble, Reader } from './console-client.ts';
import type { LiveSubject } from './live-changes.ts';

export interface Loaded<Value> {
  /** What was last read, kept while it is read again. */
  readonly value: Value | null;
  /** Why the last reading failed. */
  readonly trouble: CallTrouble | null;
  readonly loading: boolean;
  readonly again: () => void;
}

/**
 * Reads something from the centre, and again whenever `key` changes or the centre says that it may have changed.
 * `load` may be a new function each time: `key` says what is asked for.
 */
export function useLoaded<Value>(
  load: (reader: Reader) => Promise<Result<Value, CallTrouble>>,
  key: string,
  live: LiveSubject | null,
): Loaded<Value> {
  const { client, changes } = useDesk();
  const [state, setState] = useState<{ key: string; value: Value | null; trouble: CallTrouble | null }>();
  const [round, setRound] = useState({ count: 0, byItself: false });
  const newest = useRef(load);
  newest.current = load;
  const again = useCallback(() => setRound(({ count }) => ({ count: count + 1, byItself: false })), []);

  useEffect(() => {
    if (live === null) return;
    return changes.subscribe((subject) => {
      if (subject !== live && subject !== 'everything') return;
      setRound(({ count }) => ({ count: count + 1, byItself: true }));
    });
  }, [changes, live]);

  useEffect(() => {
    // Each round is one reading, and so is another key.
    const { byItself } = round;
    let wanted = true;
    newest.current(byItself ? client.byItself : client).then(
      (result) => {
        if (!wanted) return;
        setState((before) =>
          result.ok
            ? { key, value: result.value, trouble: null }
            : { key, value: before?.key === key ? before.value : null, trouble: result.error },
        );
      },
      (error: unknown) => {
        throw error;
      },
    );
    return () => {
      wanted = false;
    };
  }, [client, key, round]);

  const current = state?.key === key ? state : null;
  return {
    value: current?.value ?? null,
    trouble: current?.trouble ?? null,
    loading: current === null,
    again,
  };
}
