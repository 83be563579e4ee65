import swagger from '@fastify/swagger';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { problem } from '../../src/contracts/central/problem.ts';
import type { HttpApp } from './http-app.ts';

/** Generates the document from the routes' zod schemas; must be called before any route is added. */
export async function describeRoutes(app: HttpApp): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Yikatong Kiosk: central service', version: '1.0.0' },
      components: { securitySchemes: { kiosk: { type: 'http', scheme: 'bearer' } } },
    },
    transform: (route) => {
      const { schema = {} } = route;
      const answers = { ...(schema.response as object), '4xx': problem };
      const open = route.route.config?.open === true || !route.url.startsWith('/v1/');
      return jsonSchemaTransform({
        ...route,
        schema: { ...schema, response: answers, ...(open ? {} : { security: [{ kiosk: [] }] }) },
      });
    },
  });
  app.get(
    '/openapi.json',
    { schema: { hide: true, response: { 200: z.record(z.string(), z.unknown()) } } },
    () => Promise.resolve({ ...app.swagger() }),
  );
}
