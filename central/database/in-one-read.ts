/** Ids in one question. */
const MOST_TOGETHER = 250;
/** Lists are filled up to one of these with what is in them anyway, so that few different statements are prepared. */
const LENGTHS = [1, 8, 64, MOST_TOGETHER];

/** Answers of one question by id; what is not there is not in it. */
type Read<Answer> = (ids: readonly string[]) => Promise<ReadonlyMap<string, Answer>>;

/**
 * Asks for all at once what many ask for at the same moment: a fleet that was woken together reads forty times and not
 * ten thousand times. Nothing that was asked before is answered from memory.
 */
export function inOneRead<Answer>(read: Read<Answer>): (id: string) => Promise<Answer | null> {
  let waiting = new Map<string, ((answer: Promise<Answer | null>) => void)[]>();

  function ask(): void {
    const asked = [...waiting];
    waiting = new Map();
    for (let from = 0; from < asked.length; from += MOST_TOGETHER) {
      const some = asked.slice(from, from + MOST_TOGETHER);
      const answers = read(filledUp(some.map(([id]) => id)));
      for (const [id, resolves] of some) {
        for (const resolve of resolves) resolve(answers.then((found) => found.get(id) ?? null));
      }
    }
  }

  return (id) =>
    new Promise((resolve) => {
      if (waiting.size === 0) setImmediate(ask);
      const beside = waiting.get(id);
      if (beside) beside.push(resolve);
      else waiting.set(id, [resolve]);
    });
}

function filledUp(ids: readonly string[]): string[] {
  const length = LENGTHS.find((one) => one >= ids.length) ?? ids.length;
  const [first = ''] = ids;
  return [...ids, ...Array.from({ length: length - ids.length }, () => first)];
}
