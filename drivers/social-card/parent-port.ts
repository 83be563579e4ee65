/** A child process's end of the line to its parent. */
export interface ParentPort<Out> {
  send(message: Out): void;
  onMessage(listener: (raw: unknown) => void): void;
}

/** Electron gives a utilityProcess this instead of `process.send`. */
interface ElectronParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

/**
 * The line to the parent of a forked process or an Electron utilityProcess. When the parent is gone the process
 * ends itself at once: native threads may be blocked, so there is no orderly way out.
 */
export function parentPort<Out>(): ParentPort<Out> {
  const electron = (process as { parentPort?: ElectronParentPort }).parentPort;
  if (electron !== undefined) {
    return {
      send: (message) => electron.postMessage(message),
      onMessage: (listener) => electron.on('message', (event) => listener(event.data)),
    };
  }
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  return {
    send: (message) => {
      process.send?.(message);
    },
    onMessage: (listener) => process.on('message', listener),
  };
}
