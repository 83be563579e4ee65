import { z } from 'zod';
import { auditRecord } from '../../src/contracts/audit.ts';
import { operationOutcome } from '../../src/contracts/central/operations.ts';
import { calendarDay } from '../../src/contracts/fields.ts';
import type { CentralApp } from '../http/app.ts';
import type { DevControls } from './controls.ts';
import { faultPlan } from './faults.ts';
import { registryView } from './registry-view.ts';

const done = z.object({ done: z.literal(true) });
const isDone = { done: true } as const;

export const operationView = z.object({
  key: z.string(),
  kioskId: z.string(),
  kind: z.string().nullable(),
  receiptReference: z.string().nullable(),
  outcome: operationOutcome,
  receivedAt: z.string(),
});

export const auditView = z.object({
  records: z.array(auditRecord.extend({ kioskId: z.string() })),
  findings: z.array(
    z.object({
      kioskId: z.string(),
      kind: z.enum(['gap', 'broken-chain', 'conflicting-record', 'operation-forgotten', 'unreadable-facts']),
      firstSequence: z.number(),
      lastSequence: z.number(),
    }),
  ),
});

/** The dev dock's and the end-to-end tests' way to the centre. Added in development alone, on loopback. */
export function devRoutes(app: CentralApp, dev: DevControls): void {
  const tags = ['development'];
  app.get(
    '/dev/residents',
    {
      schema: { tags, summary: 'Fictitious residents and their states now', response: { 200: registryView } },
    },
    () => dev.residents(),
  );
  app.post(
    '/dev/reset',
    {
      schema: {
        tags,
        summary: 'Put the registry back; what kiosks sent is kept',
        body: z.object({ today: calendarDay.optional() }),
        response: { 200: done },
      },
    },
    async (request) => {
      await dev.reset(request.body.today);
      return isDone;
    },
  );
  app.get(
    '/dev/sms',
    {
      schema: {
        tags,
        summary: 'Last text messages, newest first',
        response: {
          200: z.object({
            messages: z.array(z.object({ at: z.string(), mobile: z.string(), text: z.string() })),
          }),
        },
      },
    },
    () => Promise.resolve({ messages: [...dev.messages()] }),
  );
  app.post(
    '/dev/enrolment-codes',
    {
      schema: {
        tags,
        summary: 'Mint an enrolment code',
        response: { 200: z.object({ code: z.string(), expiresAt: z.string() }) },
      },
    },
    () => dev.mintEnrolmentCode(),
  );
  app.get(
    '/dev/operations',
    {
      schema: {
        tags,
        summary: 'Operations by key or receipt reference, received since a moment, or all',
        querystring: z.object({
          key: z.string().optional(),
          receiptReference: z.string().optional(),
          receivedSince: z.iso.datetime().optional(),
        }),
        response: { 200: z.object({ operations: z.array(operationView) }) },
      },
    },
    async (request) => ({ operations: await dev.operations(request.query) }),
  );
  app.get(
    '/dev/audit-trail',
    { schema: { tags, summary: 'Audit records and what was found wrong', response: { 200: auditView } } },
    () => dev.auditTrail(),
  );
  app.get(
    '/dev/faults',
    {
      schema: {
        tags,
        summary: 'Failure switches that are set',
        response: { 200: z.object({ faults: z.array(faultPlan) }) },
      },
    },
    () => Promise.resolve({ faults: [...dev.faults.plans()] }),
  );
  app.post(
    '/dev/faults',
    {
      schema: {
        tags,
        summary: 'Make the next requests of a route fail',
        body: faultPlan,
        response: { 200: done },
      },
    },
    (request) => {
      dev.faults.set(request.body);
      return Promise.resolve(isDone);
    },
  );
  app.post(
    '/dev/faults/release',
    { schema: { tags, summary: 'Let go of what is held', response: { 200: done } } },
    () => {
      dev.faults.release();
      return Promise.resolve(isDone);
    },
  );
  app.delete(
    '/dev/faults',
    { schema: { tags, summary: 'Clear the failure switches', response: { 200: done } } },
    () => {
      dev.faults.clear();
      return Promise.resolve(isDone);
    },
  );
}
