import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import helmet from '@fastify/helmet';
import files from '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { STYLE_NONCE_MARK } from '../../src/contracts/console/access.ts';
import type { HttpApp } from '../http/http-app.ts';
import { HttpProblem } from '../http/problem.ts';

/** Where `vite build --config central/console/vite.config.ts` puts the page. */
export const CONSOLE_PAGE = join(import.meta.dirname, '..', '..', 'dist', 'console');

const NOT_BUILT =
  'The console’s page is not built yet: run npm start, or npx vite build --config central/console/vite.config.ts\n';

const HASHED_FOR_MS = 365 * 24 * 60 * 60 * 1000;
const NONCE_BYTES = 16;

/** `assets/console-3f2a.js`, `favicon.svg`: a file; everything else is a place within the page. */
const isFile = (path: string): boolean => /\.[a-z0-9]+$/i.test(path) && !path.endsWith('.html');

/**
 * The console's page below `/console/`. Scripts come from here alone, never from within the page. Styles too, but for
 * those of the component library, which it writes into the page itself: they carry a nonce that is new each time.
 */
export async function consolePage(scope: HttpApp, secure: boolean, folder: string): Promise<void> {
  const nonces = new WeakMap<object, string>();
  const nonceOf = (response: object): string => nonces.get(response) ?? '';
  scope.addHook('onRequest', async (_request, reply) => {
    nonces.set(reply.raw, randomBytes(NONCE_BYTES).toString('base64'));
  });
  await scope.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", (_request, response: ServerResponse) => `'nonce-${nonceOf(response)}'`],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: secure,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
  const built = existsSync(folder);
  if (built) {
    await scope.register(files, { root: folder, serve: false, maxAge: HASHED_FOR_MS, immutable: true });
  }

  const page = async (reply: FastifyReply): Promise<FastifyReply> => {
    reply.header('cache-control', 'no-store');
    try {
      const html = await readFile(join(folder, 'index.html'), 'utf8');
      return reply
        .type('text/html; charset=utf-8')
        .send(html.replaceAll(STYLE_NONCE_MARK, nonceOf(reply.raw)));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
      return reply.code(503).type('text/plain; charset=utf-8').send(NOT_BUILT);
    }
  };
  const route = { schema: { hide: true }, config: { open: true, withoutCards: true } };
  scope.get('/console', route, (_request, reply) => reply.redirect('/console/', 308));
  scope.get('/console/*', route, (request: FastifyRequest, reply) => {
    const path = String((request.params as Readonly<Record<string, unknown>>)['*'] ?? '');
    // Whoever asks the API for what there is not must not take the page for its answer.
    if (path === 'api' || path.startsWith('api/')) throw new HttpProblem('not-found');
    return built && isFile(path) ? reply.sendFile(path) : page(reply);
  });
}
