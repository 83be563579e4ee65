import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { HttpApp } from './http-app.ts';
import { PROBLEM_MEDIA_TYPE, problemDocument } from './problem.ts';
import { type Failure, type Refusal, refusalFor } from './refusal.ts';

function sendProblem(reply: FastifyReply, { code, detail, retryAfter }: Refusal): FastifyReply {
  const document = problemDocument(code, detail);
  reply.code(document.status).type(PROBLEM_MEDIA_TYPE);
  if (document.status === 401) reply.header('www-authenticate', 'Bearer');
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
  return reply.serializer(JSON.stringify).send(document);
}

/** The problem document for whatever went wrong on the way to an answer. */
export function answerError(error: Failure, reply: FastifyReply): FastifyReply {
  const refusal = refusalFor(error);
  if (refusal !== null) return sendProblem(reply, refusal);
  // The message of an unexpected error may quote data; its class, code and place do not.
  reply.log.error({ error: error.code ?? error.name, place: error.stack?.split('\n')[1]?.trim() }, 'failed');
  return sendProblem(reply, { code: 'internal' });
}

/** Every answer that is not a success is a problem document. */
export function answerWithProblems(app: HttpApp): void {
  app.setErrorHandler((error: Failure, _request, reply) => answerError(error, reply));
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, { code: 'not-found' }));
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
