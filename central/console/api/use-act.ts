import { App } from 'antd';
import { useCallback, useState } from 'react';
import type { Result } from '../../../src/result.ts';
import { useTroubleText } from '../frame/page.tsx';
import { useSaid } from '../texts/language.ts';
import type { CallTrouble } from './console-client.ts';

/** How an answer says that nothing was done: a sentence of the centre. */
interface Refusing {
  readonly done: false;
  readonly says: { readonly zh: string; readonly en: string };
}
const refuses = (value: unknown): value is Refusing =>
  typeof value === 'object' && value !== null && 'done' in value && value.done === false && 'says' in value;

/**
 * Does one thing at a time and tells how it went: `said` after success, otherwise why not. Answers what came back,
 * null where nothing was done.
 */
export function useAct(): {
  readonly busy: boolean;
  readonly act: <Value>(
    asked: Promise<Result<Value, CallTrouble>>,
    said?: string,
  ) => Promise<Exclude<Value, Refusing> | null>;
} {
  const { message } = App.useApp();
  const textOf = useTroubleText();
  const saying = useSaid();
  const [busy, setBusy] = useState(false);

  const act = useCallback(
    async <Value>(asked: Promise<Result<Value, CallTrouble>>, said?: string) => {
      setBusy(true);
      try {
        const result = await asked;
        if (!result.ok) {
          void message.error(textOf(result.error));
          return null;
        }
        if (refuses(result.value)) {
          void message.error(saying(result.value.says));
          return null;
        }
        if (said !== undefined) void message.success(said);
        return result.value as Exclude<Value, Refusing>;
      } finally {
        setBusy(false);
      }
    },
    [message, textOf, saying],
  );
  return { busy, act };
}
