import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance } from 'fastify';
import { z } from 'zod';
import { PEOPLE } from '../../src/fictitious-residents/portrait-people.ts';
import { portraitJpeg } from '../clips/portrait-pictures.ts';
import { PROJECT } from '../world/child-program.ts';
import { meetOperators } from '../world/operators.ts';
import type { World } from '../world/world.ts';
import { dockActs } from './dock-acts.ts';
import { dockProps } from './dock-props.ts';
import { dockRoutes } from './dock-routes.ts';
import { type DockHand, dockCatalogue, dockState } from './dock-state.ts';
import { NotPossible } from './not-possible.ts';
import { paperRequest } from './paper-requests.ts';

export const DOCK_PAGE = 'dist/dev-dock';

export interface DevDock {
  readonly url: string;
  stop(): Promise<void>;
}

export interface DevDockOptions {
  readonly port: number;
  /** The built page; without it there is the API alone. */
  readonly page?: string;
}

/**
 * The dev dock: a page that holds the virtual hardware in its hands, and the HTTP API behind it. For developers
 * and tests, on loopback, to nobody but its own page and programs of this machine.
 */
export async function startDevDock(world: World, options: DevDockOptions): Promise<DevDock> {
  const hand: DockHand = {
    residentId: world.residents[0]?.id ?? '',
    laidResidentId: null,
    insertedCard: null,
    camera: 'resident-turning',
    fromGates: [],
  };
  await meetOperators(world.central);
  const props = dockProps(world);
  const acts = dockActs(world, props, hand);
  const app = fastify({ forceCloseConnections: true });
  guard(app);
  for (const { path, act } of dockRoutes(world, acts, props, hand)) {
    app.post(`/api/${path}`, async (request) => {
      await act(request.body);
      return dockState(world, hand);
    });
  }
  app.get('/api/state', () => dockState(world, hand));
  app.get('/api/catalogue', () => dockCatalogue(world));
  app.get('/api/receipts/:number.png', (request, reply) => {
    const { number } = z.object({ number: z.coerce.number().int() }).parse(request.params);
    const receipt = world.hardware.printer.receipts()[number];
    if (receipt === undefined) throw new NotPossible('There is no such receipt.');
    return reply.type('image/png').send(Buffer.from(receipt.png));
  });
  app.get('/api/papers/:printer/:number.pdf', (request, reply) => {
    const { printer, number } = paperRequest.parse(request.params);
    const { documentPrinter, facePrinter } = world.hardware;
    const paper = (printer === 'document-printer' ? documentPrinter : facePrinter).printed[number];
    if (paper === undefined) throw new NotPossible('There is no such paper.');
    return reply.type('application/pdf').send(Buffer.from(paper.pdf));
  });
  app.get('/api/portraits/:residentId.jpg', (request, reply) => {
    const { residentId } = z.object({ residentId: z.string() }).parse(request.params);
    const resident = world.residents.find(({ id }) => id === residentId);
    if (resident === undefined) throw new NotPossible('There is no such resident.');
    return reply.type('image/jpeg').send(Buffer.from(portraitJpeg(PEOPLE[resident.portrait])));
  });
  if (options.page !== undefined) await app.register(fastifyStatic, { root: join(PROJECT, options.page) });
  const url = await app.listen({ host: '127.0.0.1', port: options.port });
  return {
    url,
    async stop() {
      await app.close();
      await acts.close();
    },
  };
}

const LOOPBACK_NAMES = new Set(['127.0.0.1', 'localhost']);

/** A page elsewhere may have bound a name of its own to 127.0.0.1, or post a form to it. */
function guard(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const { host = '', origin } = request.headers;
    const own = URL.canParse(`http://${host}`) && LOOPBACK_NAMES.has(new URL(`http://${host}`).hostname);
    if (own && (origin === undefined || origin === `http://${host}`)) return;
    await reply
      .code(403)
      .send({ error: { code: 'not-from-here', message: 'The dev dock answers its own page.' } });
  });
  app.setNotFoundHandler((request, reply) =>
    reply.code(404).send({
      error: { code: 'not-found', message: `The dev dock has no ${request.method} ${request.url}.` },
    }),
  );
  app.setErrorHandler((error, _, reply) => {
    if (error instanceof z.ZodError) {
      return reply.code(400).send({ error: { code: 'bad-request', message: z.prettifyError(error) } });
    }
    if (error instanceof NotPossible) {
      return reply.code(409).send({ error: { code: 'not-possible', message: error.message } });
    }
    const { statusCode = 500, message } = error as { statusCode?: number; message: string };
    return reply.code(statusCode).send({ error: { code: 'failed', message } });
  });
}
