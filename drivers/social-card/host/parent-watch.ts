import { Worker } from 'node:worker_threads';

/**
 * Ends this process when its parent is gone, even while the main thread is blocked. The IPC channel tells the same
 * news, but only to a main thread that listens, and a call into the PC/SC binding does not return as long as pcscd
 * does not answer: such a host stayed for minutes after its parent.
 *
 * A thread of its own looks, one that never loads the binding (loaded twice in a process, the binding crashes).
 */
export function endWithParent(): void {
  const worker = new Worker(new URL('./parent-watch-thread.ts', import.meta.url), {
    workerData: process.ppid,
  });
  // It alone is no reason to live on.
  worker.unref();
}
