import { z } from 'zod';
import type { Foundations } from '../foundations.ts';
import type { CentralApp } from '../http/app.ts';
import { makeUpFleet } from './made-up-fleet.ts';

/** POST /dev/fleet-sample: a desk with something on it, to look at. Added in development alone. */
export function fleetSampleRoutes(app: CentralApp, foundations: Foundations): void {
  app.post(
    '/dev/fleet-sample',
    {
      config: { withoutCards: true },
      schema: {
        tags: ['development'],
        summary: 'Make up a fleet with a past, or let the one that is there beat anew',
        response: { 200: z.object({ kiosks: z.number().int() }) },
      },
    },
    async () => ({ kiosks: await makeUpFleet(foundations) }),
  );
}
