import { z } from 'zod';

/** What stands for the fields that have no end of values, by name; null where the shape itself says all there is. */
export type Representatives = Readonly<Record<string, readonly unknown[]>>;

/**
 * Every value a shape allows, with the representatives for its open fields: an entry, a result or a code that is added
 * to the shapes is in the proof by itself. Throws at an open field nobody has named, so that none is left out.
 */
export function everyValue(shape: z.ZodType, named: Representatives, field = ''): unknown[] {
  const representatives = named[field];
  if (representatives) return [...representatives];
  if (shape instanceof z.ZodUnion) {
    return shape.options.flatMap((option) => everyValue(option as z.ZodType, named, field));
  }
  if (shape instanceof z.ZodObject) {
    return Object.entries(shape.shape as Record<string, z.ZodType>).reduce<unknown[]>(
      (sofar, [name, inner]) =>
        sofar.flatMap((value) =>
          everyValue(inner, named, name).map((more) => ({ ...(value as object), [name]: more })),
        ),
      [{}],
    );
  }
  if (shape instanceof z.ZodLiteral) return [...shape.values];
  if (shape instanceof z.ZodEnum) return [...shape.options];
  if (shape instanceof z.ZodNull) return [null];
  throw new Error(`nothing stands for the field "${field}" of ${shape.def.type}`);
}
