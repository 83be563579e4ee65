import type { Clock } from '../../src/ports/clock.ts';
import type { HttpApp } from './http-app.ts';

/** One line for each answer: the route's pattern, never the address with what was filled in. */
export function logRequests(app: HttpApp, clock: Clock): void {
  const started = new WeakMap<object, number>();
  app.addHook('onRequest', async (request) => {
    started.set(request, clock.now());
  });
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: clock.now() - (started.get(request) ?? clock.now()),
        kioskId: request.kioskId,
      },
      'answered',
    );
  });
}
