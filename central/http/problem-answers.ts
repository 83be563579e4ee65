import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyError, FastifyReply } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { CentralApp } from './app.ts';
import { HttpProblem, PROBLEM_MEDIA_TYPE, type ProblemCode, problemDocument } from './problem.ts';

/** Anything thrown while answering: Fastify's own errors carry a code, others do not. */
type Failure = Error & Partial<FastifyError>;

const CODES_OF_FASTIFY: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed-request',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_BAD_URL: 'malformed-request',
  FST_ERR_MAX_PARAM_LENGTH: 'not-found',
};

export function sendProblem(
  reply: FastifyReply,
  code: ProblemCode,
  detail?: string,
  retryAfter?: number,
): FastifyReply {
  const document = problemDocument(code, detail);
  reply.code(document.status).type(PROBLEM_MEDIA_TYPE);
  if (document.status === 401) reply.header('www-authenticate', 'Bearer');
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
  return reply.serializer(JSON.stringify).send(document);
}

/** Names the fields that are wrong and how, never what was in them. */
function wrongFields(error: Failure): string {
  const fields = (error.validation ?? []).map((issue) => `${issue.instancePath} ${issue.keyword ?? 'wrong'}`);
  return `${error.validationContext ?? 'request'}: ${fields.join('; ')}`.slice(0, 400);
}

/** The problem document for whatever went wrong on the way to an answer. */
export function answerError(error: Failure, reply: FastifyReply): FastifyReply {
  if (error instanceof HttpProblem) return sendProblem(reply, error.code, undefined, error.retryAfter);
  const wrong: unknown = error;
  if (hasZodFastifySchemaValidationErrors(wrong)) {
    return sendProblem(reply, 'invalid-request', wrongFields(error));
  }
  const known = CODES_OF_FASTIFY[error.code ?? ''];
  if (known !== undefined) return sendProblem(reply, known);
  if (error.statusCode !== undefined && error.statusCode < 500)
    return sendProblem(reply, 'malformed-request');
  // The message of an unexpected error may quote data; its class, code and place do not.
  reply.log.error({ error: error.code ?? error.name, place: error.stack?.split('\n')[1]?.trim() }, 'failed');
  return sendProblem(reply, 'internal');
}

/** Every answer that is not a success is a problem document. */
export function answerWithProblems(app: CentralApp): void {
  app.setErrorHandler((error: Failure, _request, reply) => answerError(error, reply));
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, 'not-found'));
}

/** For bytes that are no HTTP request at all: there is no reply object yet. */
export function answerBrokenHttp(_error: Error, socket: Duplex): void {
  if (socket.destroyed || !socket.writable) return;
  const body = JSON.stringify(problemDocument('malformed-request'));
  socket.end(
    `HTTP/1.1 400 ${STATUS_CODES[400]}\r\nContent-Type: ${PROBLEM_MEDIA_TYPE}\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
