import type { UtilityProcess } from 'electron';
import type { CoreProcess } from '../supervisor/core-process.ts';

/** Holds Electron's utility process as the supervisor wants a core. `kill` is `process.kill` of the main process. */
export function utilityCore(
  child: UtilityProcess,
  kill: (pid: number, signal: 'SIGKILL') => void,
): CoreProcess {
  return {
    // Known once it is spawned.
    get pid() {
      return child.pid;
    },
    send: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', (status) => listener(String(status))),
    kill: () => {
      // `child.kill()` sends SIGTERM, which a core that hangs in a native call does not hear.
      if (child.pid === undefined) child.kill();
      else killIfThere(child.pid, kill);
    },
  };
}

function killIfThere(pid: number, kill: (pid: number, signal: 'SIGKILL') => void): void {
  try {
    kill(pid, 'SIGKILL');
  } catch (error) {
    // Ended by itself in this very moment; `exit` tells.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
