/**
 * What was written since somebody last looked, so that looking costs what changed and not what there is. Kept in
 * memory on purpose: at start everything is looked at. A write that was rolled back may be named too; it does no harm.
 */
export class Touched<Name, Owner = null> {
  #written = new Map<Name, Owner>();

  note(name: Name, owner: Owner): void {
    this.#written.set(name, owner);
  }

  /** Everything since the last call. */
  take(): ReadonlyMap<Name, Owner> {
    const written = this.#written;
    this.#written = new Map();
    return written;
  }
}
