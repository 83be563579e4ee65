import type { FastifySerializerCompiler } from 'fastify/types/schema.js';
import type { $ZodType } from 'zod/v4/core';
import { parse } from 'zod/v4/core';

/**
 * Answers are parsed by their contract before they leave, so nothing outside it can slip out. Parsing stands in
 * for zod's `encode`, which has no way back through the one-way transform of a calendar day.
 */
export const answerSerializer: FastifySerializerCompiler<$ZodType> =
  ({ schema }) =>
  (data) =>
    JSON.stringify(parse(schema, data));
