import type { IncomingMessage, ServerResponse } from 'node:http';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  LogController,
  type RawServerDefault,
} from 'fastify';
import { validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { answerSerializer } from './answers.ts';
import type { AddRoute, Around, CentralApp, Method } from './app.ts';
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
  }
  interface FastifyRequest {
    /** Set by `around`; empty on open routes. */
    kioskId: string;
  }
}

/** A server without routes. */
export function newHttpApp(log: FastifyBaseLogger): HttpApp {
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT_BYTES,
    forceCloseConnections: true,
    clientErrorHandler: answerBrokenHttp,
    frameworkErrors: (error, _request, reply) => {
      answerError(error, reply);
    },
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(answerSerializer);
  app.decorateRequest('kioskId', '');
  return app;
}

/** Where route files add their routes to be reached over HTTP. */
export function routesOverHttp(app: HttpApp): CentralApp {
  const adding =
    (method: Method): AddRoute =>
    (url, { config, schema }, handle) => {
      app.route({
        method,
        url,
        schema,
        ...(config && { config }),
        handler: ({ params, body, query, kioskId }) =>
          // Checked by the schemas of this very route.
          handle({ params, body, query, kioskId } as Parameters<typeof handle>[0]),
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
  app.addHook('preHandler', () => around.prepare());
  app.addHook('onResponse', ({ method }) => around.finish(method));
}
