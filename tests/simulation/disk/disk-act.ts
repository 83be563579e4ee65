/** One thing the disk is asked to do, named before it happens: every one of them is a place for the power to fail. */
export interface DiskAct {
  readonly kind:
    | 'write'
    | 'sync'
    | 'truncate'
    | 'create'
    | 'rename'
    | 'remove'
    | 'make-folder'
    | 'restrict'
    | 'sync-folder';
  /** A rename's is the name it had. */
  readonly path: string;
  /** Written bytes, or the length that is left after a truncation; 0 for the others. */
  readonly bytes: number;
}

/** What the disk did since it was made. */
export interface DiskFigures {
  writes: number;
  syncs: number;
  /** Bytes written. */
  bytes: number;
  cuts: number;
  /** Writes of which a cut left nothing. */
  lostWrites: number;
  /** Writes of which a cut left a part. */
  tornWrites: number;
}

export const noFigures = (): DiskFigures => ({
  writes: 0,
  syncs: 0,
  bytes: 0,
  cuts: 0,
  lostWrites: 0,
  tornWrites: 0,
});
