import { fork } from 'node:child_process';
import type { ShellMessage } from '../../src/contracts/core-link.ts';

/** One running core, as the supervisor holds it: a forked process, or Electron's utility process. */
export interface CoreProcess {
  readonly pid: number | undefined;
  /** A message to a core that has just ended is lost; `onExit` tells the same news. */
  send(message: ShellMessage): void;
  onMessage(listener: (raw: unknown) => void): void;
  /** Called once, however the process ends, with its signal or status where known; also when it never started. */
  onExit(listener: (how?: string) => void): void;
  /** SIGKILL: a core that hangs in a native call hears nothing gentler. */
  kill(): void;
}

export interface CoreEntry {
  /** Path of `main/core/main.ts`, or of what was built from it. */
  readonly entry: string;
  readonly args: readonly string[];
  /** File descriptor for its standard output and error; where the shell's own go, where absent. */
  readonly output?: number;
}

/** Starts core under this Node. */
export function forkCore({ entry, args, output }: CoreEntry): CoreProcess {
  const out = output ?? 'inherit';
  const child = fork(entry, [...args], { execArgv: [], stdio: ['ignore', out, out, 'ipc'] });
  const listeners: ((how?: string) => void)[] = [];
  let ended = false;
  const end = (how?: string): void => {
    if (ended) return;
    ended = true;
    for (const listener of listeners) listener(how);
  };
  child.once('exit', (status, signal) => end(signal ?? String(status)));
  // Also emitted when a kill or a message fails; only a process without a pid never started.
  child.on('error', () => {
    if (child.pid === undefined) end();
  });
  return {
    pid: child.pid,
    send: (message) => {
      if (child.connected) child.send(message, () => undefined);
    },
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => {
      if (ended) listener();
      else listeners.push(listener);
    },
    kill: () => {
      child.kill('SIGKILL');
    },
  };
}
