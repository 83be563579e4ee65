import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';

/** Fastify with zod schemas: what every route file adds its routes to. */
export type CentralApp = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Reachable without an access token. Everything else under /v1 is guarded. */
    open?: boolean;
  }
  interface FastifyRequest {
    /** Set by the guard; empty on open routes. */
    kioskId: string;
  }
}
