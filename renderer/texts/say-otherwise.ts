/** Words with some sentences in place of the shipped ones. */
export interface SaidOtherwise<T> {
  readonly words: T;
  /** Keys that name no plain sentence, or whose sentence needs other values. */
  readonly ignored: number;
}

/** `{name}` in a sentence, in the order of the alphabet. */
const valuesIn = (sentence: string): string => (sentence.match(/\{[^}]*\}/g) ?? []).toSorted().join();

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/**
 * Puts sentences into a copy of a catalogue: `welcome.start` names one, `welcome.steps.0` one of a list. A key that is
 * no plain sentence there, or a sentence with other values, changes nothing: a screen never loses its words.
 */
export function sayOtherwise<T extends object>(
  words: T,
  sentences: Readonly<Record<string, string>>,
): SaidOtherwise<T> {
  let said: T = words;
  let ignored = 0;
  for (const [key, sentence] of Object.entries(sentences)) {
    const next = withSentence(said, key.split('.'), sentence);
    if (next === null) ignored += 1;
    else said = next as T;
  }
  return { words: said, ignored };
}

/** null: it fits nowhere. Only own fields are followed, so that no key reaches behind the catalogue. */
function withSentence(words: unknown, [name, ...rest]: readonly string[], sentence: string): unknown {
  if (!isRecord(words) || name === undefined || !Object.hasOwn(words, name)) return null;
  const shipped = words[name];
  const next =
    rest.length > 0
      ? withSentence(shipped, rest, sentence)
      : typeof shipped === 'string' && valuesIn(shipped) === valuesIn(sentence)
        ? sentence
        : null;
  if (next === null) return null;
  if (!Array.isArray(words)) return { ...words, [name]: next };
  return /^\d+$/.test(name) ? words.with(Number(name), next) : null;
}
