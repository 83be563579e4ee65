import type { IncomingMessage, ServerResponse } from 'node:http';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  LogController,
  type RawServerDefault,
} from 'fastify';
import { validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { answerSerializer } from './answers.ts';
import {
  type AddRoute,
  type Around,
  type CentralApp,
  type Connection,
  isWithoutCards,
  type Method,
} from './app.ts';
import { answerBrokenHttp, answerError } from './problem-answers.ts';
import { BODY_LIMIT_BYTES } from './request-limits.ts';

/** Fastify with zod schemas. */
export type HttpApp = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Reachable without an access token. */
    open?: boolean;
    withoutCards?: boolean | ((body: never) => boolean);
  }
  interface FastifyRequest {
    /** Set by `around`; empty on open routes. */
    kioskId: string;
    /** Set once the request is checked. */
    withCards: boolean;
  }
}

/** A server without routes. `trustedProxies`: addresses whose `X-Forwarded-…` headers say who asks. */
export function newHttpApp(log: FastifyBaseLogger, trustedProxies: readonly string[] = []): HttpApp {
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT_BYTES,
    forceCloseConnections: true,
    trustProxy: trustedProxies.length === 0 ? false : [...trustedProxies],
    clientErrorHandler: answerBrokenHttp,
    frameworkErrors: (error, _request, reply) => {
      answerError(error, reply);
    },
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(answerSerializer);
  app.decorateRequest('kioskId', '');
  app.decorateRequest('withCards', false);
  return app;
}

/** Where route files add their routes to be reached over HTTP. */
export function routesOverHttp(app: HttpApp): CentralApp {
  const adding =
    (method: Method): AddRoute =>
    (url, { config, schema }, handle) => {
      const { cacheControl, ...context } = config ?? {};
      app.route({
        method,
        url,
        schema,
        config: context,
        handler: async ({ params, body, query, kioskId }, reply) => {
          const connection: Connection = {
            onGone: (listener) => {
              reply.raw.once('close', listener);
            },
          };
          const asked = { params, body, query, kioskId, connection };
          // Checked by the schemas of this very route.
          const answer = await handle(asked as Parameters<typeof handle>[0]);
          if (cacheControl) reply.header('cache-control', cacheControl(answer));
          return answer;
        },
      });
    };
  return { get: adding('GET'), post: adding('POST'), put: adding('PUT'), delete: adding('DELETE') };
}

/** Does what is done around every handler at the moments the server names. */
export function surround(app: HttpApp, around: Around): void {
  app.addHook('onRequest', async (request) => {
    const { url = '', config } = request.routeOptions;
    request.kioskId = await around.admit(url, config.open === true, request.headers.authorization);
  });
  app.addHook('preHandler', async (request) => {
    request.withCards = !isWithoutCards(request.routeOptions.config.withoutCards, request.body);
    if (request.withCards) await around.prepare();
  });
  app.addHook('onResponse', async ({ method, withCards }) => {
    if (withCards) await around.finish(method);
  });
}
