/** One way to put items on disk, each in a commit of its own. */
export interface Contestant {
  readonly name: string;
  /** What it does and under which settings, in a few words. */
  readonly settings: string;
  /** Opens an empty queue in an empty folder. */
  open(folder: string): Promise<OpenQueue>;
}

export interface OpenQueue {
  /** On disk, by this queue's own settings, when it returns. `index` counts from 0 and tells items apart. */
  enqueue(index: number): undefined | Promise<unknown>;
  close(): void;
}
