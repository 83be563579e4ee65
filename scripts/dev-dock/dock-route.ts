import type { z } from 'zod';

/** One `POST /api/…` of the dock. */
export interface DockRoute {
  readonly path: string;
  readonly act: (body: unknown) => unknown;
}

/** A route whose body has this shape; anything else is refused before the act. */
export const route = <S extends z.ZodType>(
  path: string,
  schema: S,
  act: (body: z.output<S>) => unknown,
): DockRoute => ({
  path,
  act: (body) => act(schema.parse(body ?? {})),
});

/** A route without a body. */
export const bare = (path: string, act: () => unknown): DockRoute => ({ path, act });
