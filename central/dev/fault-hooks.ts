import type { FastifyRequest } from 'fastify';
import type { OperationOutcome } from '../../src/contracts/central/operations.ts';
import type { HttpApp } from '../http/http-app.ts';
import { HttpProblem } from '../http/problem.ts';
import type { FaultPlan, FaultSwitches } from './faults.ts';

const UNDECIDED: OperationOutcome = { state: 'in-progress' };

/** Fires when the asker hangs up. */
function connectionGone(request: FastifyRequest): AbortSignal {
  const gone = new AbortController();
  const { socket } = request.raw;
  if (socket.destroyed) gone.abort();
  else socket.once('close', () => gone.abort());
  return gone.signal;
}

/** Puts the failure switches into the way of requests under /v1, after sign-in and validation. */
export function faultHooks(app: HttpApp, faults: FaultSwitches): void {
  const hits = new WeakMap<FastifyRequest, FaultPlan>();

  app.addHook('preHandler', async (request, reply) => {
    const plan = faults.take(request.method, request.routeOptions.url ?? '');
    if (plan === null) return;
    hits.set(request, plan);
    if (plan.mode === 'refuse') throw new HttpProblem('unavailable');
    if (plan.mode === 'hold') await faults.wait(plan.delayMs, connectionGone(request));
    if (plan.mode === 'drop-before-effect') request.raw.socket.destroy();
    if (request.raw.socket.destroyed) {
      reply.hijack();
      return reply;
    }
  });

  app.addHook('onSend', async (request, _reply, payload) => {
    const plan = hits.get(request);
    if (plan?.mode === 'answer-late') await faults.wait(plan.delayMs, connectionGone(request));
    if (plan?.mode === 'drop-after-effect') request.raw.socket.destroy();
    if (plan?.mode === 'undecided') return JSON.stringify(UNDECIDED);
    return payload;
  });

  app.addHook('preClose', async () => faults.clear());
}
