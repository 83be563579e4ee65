import type { FastifyError } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { HttpProblem, type ProblemCode } from './problem.ts';

/** Anything thrown while answering: Fastify's own errors carry a code, others do not. */
export type Failure = Error & Partial<FastifyError>;

/** What an asker is told instead of an answer. */
export interface Refusal {
  readonly code: ProblemCode;
  readonly detail?: string;
  /** Seconds, for `Retry-After`. */
  readonly retryAfter?: number | undefined;
}

const CODES_OF_FASTIFY: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed-request',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_BAD_URL: 'malformed-request',
  FST_ERR_MAX_PARAM_LENGTH: 'not-found',
};

/** A field that is not as agreed: where it is, and the name of what is wrong with it. */
export interface WrongField {
  readonly instancePath?: string;
  readonly keyword?: string;
}

/** Names the fields that are wrong and how, never what was in them. `part`: `body`, `params`, `querystring`. */
export function invalidRequest(part: string, wrong: readonly WrongField[]): Refusal {
  const fields = wrong.map((issue) => `${issue.instancePath} ${issue.keyword ?? 'wrong'}`);
  return { code: 'invalid-request', detail: `${part}: ${fields.join('; ')}`.slice(0, 400) };
}

/** The refusal that an error means; null for one that nobody expected. */
export function refusalFor(error: Failure): Refusal | null {
  if (error instanceof HttpProblem) return { code: error.code, retryAfter: error.retryAfter };
  const wrong: unknown = error;
  if (hasZodFastifySchemaValidationErrors(wrong)) {
    return invalidRequest(error.validationContext ?? 'request', error.validation ?? []);
  }
  const known = CODES_OF_FASTIFY[error.code ?? ''];
  if (known !== undefined) return { code: known };
  return error.statusCode !== undefined && error.statusCode < 500 ? { code: 'malformed-request' } : null;
}
