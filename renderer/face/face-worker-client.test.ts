import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startFaceWorker } from './face-worker-client.ts';
import type { FaceAnswer, FaceRequest } from './worker-messages.ts';

/** Stands where the browser's Worker is, and answers when told to. */
class ScriptedWorker {
  static last: ScriptedWorker | null = null;
  readonly asked: FaceRequest[] = [];
  terminated = false;
  onmessage: ((event: { data: FaceAnswer }) => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;
  onmessageerror: (() => void) | null = null;
  constructor() {
    ScriptedWorker.last = this;
  }
  postMessage(request: FaceRequest): void {
    this.asked.push(request);
  }
  terminate(): void {
    this.terminated = true;
  }
}

const PICTURE = { picture: new Blob([]) };
const scripted = (): ScriptedWorker => {
  if (ScriptedWorker.last === null) throw new Error('no worker was started');
  return ScriptedWorker.last;
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('Worker', ScriptedWorker);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('pairs answers with requests, whatever their order', async () => {
  const worker = startFaceWorker();
  const first = worker.ask('reference', PICTURE);
  const second = worker.ask('reference', PICTURE);
  scripted().onmessage?.({ data: { id: 2, answer: { found: false } } });
  scripted().onmessage?.({ data: { id: 1, answer: { found: true } } });
  scripted().onmessage?.({ data: { id: 9, answer: { found: true } } });
  expect(await first).toEqual({ ok: true, value: { found: true } });
  expect(await second).toEqual({ ok: true, value: { found: false } });
});

it('names the trouble the worker tells', async () => {
  const asked = startFaceWorker().ask('reference', PICTURE);
  scripted().onmessage?.({ data: { id: 1, trouble: 'out of memory' } });
  expect(await asked).toEqual({ ok: false, error: { code: 'worker-failed', detail: 'out of memory' } });
});

it('a worker that cannot start fails what is open and what comes', async () => {
  const worker = startFaceWorker();
  const open = worker.ask('reference', PICTURE);
  scripted().onerror?.({ message: 'blocked by policy' });
  const failed = { ok: false, error: { code: 'worker-failed', detail: 'blocked by policy' } };
  expect(await open).toEqual(failed);
  expect(await worker.ask('reference', PICTURE)).toEqual(failed);
});

it('a silent worker is given up after its deadline', async () => {
  const asked = startFaceWorker().ask('reference', PICTURE);
  vi.advanceTimersByTime(20_000);
  expect(await asked).toMatchObject({ ok: false, error: { detail: 'no answer to reference' } });
});

it('ID-6 ending terminates the worker and leaves nobody waiting', async () => {
  const worker = startFaceWorker();
  const open = worker.ask('reference', PICTURE);
  worker.end();
  expect(scripted().terminated).toBe(true);
  expect(await open).toMatchObject({ ok: false, error: { detail: 'ended' } });
});
