import { workerData } from 'node:worker_threads';

/** Long enough to cost nothing, short enough that a restarted core finds the reader free. */
const POLL_MS = 200;

/** Process id of the parent, as the main thread saw it first. */
const parent: unknown = workerData;

// An orphan is handed to another process, so its parent's id changes. SIGKILL, since the main thread may be
// blocked in native code and would not see to anything milder.
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
}, POLL_MS);
