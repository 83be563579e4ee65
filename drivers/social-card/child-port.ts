import { fork } from 'node:child_process';

/** The parent's end of the line to a child process; Electron's shell supplies one over `utilityProcess`. */
export interface ChildPort {
  send(message: object): void;
  onMessage(listener: (raw: unknown) => void): void;
  /** Called once, however the process ends; also when it could not be started. */
  onExit(listener: () => void): void;
  /** At once and without asking: the child may be blocked in a native call. */
  kill(): void;
}

/** Starts a module as a child process of this Node; what it writes to stderr comes out at ours. */
export function forkModule(module: URL, args: readonly string[] = []): ChildPort {
  const child = fork(module, [...args], { execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  // Passed on rather than inherited: a child that hangs must not hold open the stderr of whoever started us.
  child.stderr?.on('data', (bytes: Uint8Array) => process.stderr.write(bytes));
  let ended = false;
  const listeners: (() => void)[] = [];
  const end = (): void => {
    if (ended) return;
    ended = true;
    for (const listener of listeners) listener();
  };
  child.on('exit', end);
  child.on('error', end);
  return {
    // A message to a child that has just died is lost; `exit` tells the same news.
    send: (message) => {
      if (child.connected) child.send(message, () => undefined);
    },
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => listeners.push(listener),
    kill: () => {
      child.kill('SIGKILL');
    },
  };
}
