/** Does what it is given in the order it is given it, the next when the one before is over. */
export type InOrder = <T>(act: () => Promise<T>) => Promise<T>;

/** A row in which one waits for another, whatever becomes of it. */
export function oneAtATime(): InOrder {
  let last: Promise<unknown> = Promise.resolve();
  return (act) => {
    const mine = last.then(act);
    last = mine.then(
      () => undefined,
      () => undefined,
    );
    return mine;
  };
}
