import { err, ok, type Result } from '../../src/result.ts';
import type { FaceAnswer, FaceFiles, FaceWork, FaceWorkName } from './worker-messages.ts';

/** Milliseconds until a request without an answer counts as a dead worker; the models take 0.2-3 s to load. */
const ANSWER_DEADLINE = 20_000;

export type WorkerTrouble = { readonly code: 'worker-failed'; readonly detail: string };

/** The page's end of one face worker. */
export interface FaceWorker {
  ask<N extends FaceWorkName>(
    name: N,
    ask: FaceWork[N]['ask'],
    transfer?: Transferable[],
  ): Promise<Result<FaceWork[N]['answer'], WorkerTrouble>>;
  /** Ends the worker and with it every picture and descriptor it held; open requests fail. */
  end(): void;
}

/** Starts a worker and loads the models into it. The caller ends it, whatever happens. */
export function startFaceWorker(): FaceWorker {
  const worker = new Worker(new URL('./face-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (answer: FaceAnswer) => void>();
  let lastId = 0;
  let broken: string | null = null;

  const fail = (detail: string): void => {
    broken ??= detail;
    for (const [id, answer] of waiting) answer({ id, trouble: broken });
  };
  worker.onmessage = (event: MessageEvent<FaceAnswer>) => waiting.get(event.data.id)?.(event.data);
  worker.onerror = (event) => fail(event.message || 'the worker could not start');
  worker.onmessageerror = () => fail('an answer could not be read');

  return {
    async ask(name, ask, transfer = []) {
      if (broken !== null) return err({ code: 'worker-failed', detail: broken });
      const id = ++lastId;
      const answer = await new Promise<FaceAnswer>((settle) => {
        const timer = setTimeout(() => settle({ id, trouble: `no answer to ${name}` }), ANSWER_DEADLINE);
        waiting.set(id, (got) => {
          clearTimeout(timer);
          settle(got);
        });
        worker.postMessage({ id, name, ask }, transfer);
      });
      waiting.delete(id);
      if ('trouble' in answer) return err({ code: 'worker-failed', detail: answer.trouble });
      // The id pairs the answer with this request, and the worker is our own code.
      return ok(answer.answer as FaceWork[typeof name]['answer']);
    },
    end() {
      worker.terminate();
      fail('ended');
    },
  };
}

/** Where the built page serves the models and the WebAssembly files (see vite-models.ts). */
export const OWN_FACE_FILES: FaceFiles = { modelsUrl: '/models/', wasmUrl: '/wasm/' };
