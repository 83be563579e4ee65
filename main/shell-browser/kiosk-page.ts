import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance } from 'fastify';
import { pageHeaders } from '../page/page-headers.ts';

export interface KioskPageOptions {
  /** The built renderer: `index.html` and what it loads. */
  readonly rendererDirectory: string;
  readonly devDockOrigin?: string;
  /** The origin the page is served from; null until the port is known. */
  readonly ownOrigin: () => string | null;
}

/** True where the renderer has been built. */
export const isBuilt = (rendererDirectory: string): boolean =>
  existsSync(join(rendererDirectory, 'index.html'));

/** The built renderer over HTTP: its files, and nothing else. No listing, no dot files, no other method than GET. */
export async function kioskPage(options: KioskPageOptions): Promise<FastifyInstance> {
  const app = fastify({
    logger: false,
    bodyLimit: 1024,
    forceCloseConnections: true,
    exposeHeadRoutes: true,
  });
  const headers = pageHeaders(options.devDockOrigin ? { devDockOrigin: options.devDockOrigin } : {});

  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headers);
    // A foreign name that resolves to 127.0.0.1 (DNS rebinding) is not us.
    if (`http://${request.headers.host}` !== options.ownOrigin())
      return reply.code(421).type('text/plain').send('this is not the address of the kiosk');
  });
  app.setNotFoundHandler((_, reply) => reply.code(404).type('text/plain').send('not found'));
  // What went wrong inside is nobody's business outside.
  app.setErrorHandler((error: { statusCode?: number }, _, reply) =>
    reply
      .code(error.statusCode ?? 500)
      .type('text/plain')
      .send('not served'),
  );
  await app.register(fastifyStatic, {
    root: options.rendererDirectory,
    index: ['index.html'],
    list: false,
    dotfiles: 'ignore',
    redirect: false,
    cacheControl: false,
  });
  return app;
}
