/**
 * Does what time brings about, part after part. A part that fails (a record that cannot be read, a platform that throws)
 * keeps no other from its turn: gates are judged although an order of money is damaged. Throws all of it afterwards.
 */
export async function sweepEach(parts: readonly (() => Promise<unknown>)[]): Promise<void> {
  const troubles: unknown[] = [];
  for (const part of parts) {
    try {
      await part();
    } catch (error) {
      troubles.push(error);
    }
  }
  if (troubles.length > 0) throw new AggregateError(troubles, 'parts of the sweep failed');
}
