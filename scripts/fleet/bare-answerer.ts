import Fastify from 'fastify';

/** Fastify with one route that reads JSON and answers JSON, and nothing else: what a request costs before any of ours. */
const app = Fastify();
app.post('/v1/heartbeats', () => ({ serverTime: new Date().toISOString(), auditUpTo: 0 }));
const address = await app.listen({ port: 0, host: '127.0.0.1' });
process.stdout.write(`${JSON.stringify({ address })}\n`);
