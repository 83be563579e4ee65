import { expect, it } from 'vitest';
import { memoryCard } from '../../../src/flows/memory/card-machine-path.ts';
import { MemoryCardAcceptor, MemoryCardIssuer } from '../../../src/flows/memory/card-machines.ts';
import { CardsInMotion } from './cards-in-motion.ts';

const never = new AbortController().signal;

function bench() {
  const machines = {
    issuer: new MemoryCardIssuer([memoryCard('blank')]),
    acceptor: new MemoryCardAcceptor(),
  };
  const motion = new CardsInMotion();
  const watched = motion.watch({ issuer: () => machines.issuer, acceptor: () => machines.acceptor });
  const issuer = watched.issuer();
  const acceptor = watched.acceptor();
  if (!issuer || !acceptor) throw new Error('no machines');
  return { machines, motion, issuer, acceptor };
}

it('INV-3 a card is in motion from the call to its answer, while a hand is waited for too', async () => {
  const { machines, motion, issuer } = bench();
  const taking = issuer.takeBlank();
  expect(motion.any).toBe(true);
  await taking;
  expect(motion.any).toBe(false);
  await issuer.present();
  const waiting = issuer.waitTaken(never);
  expect(motion.any).toBe(true);
  machines.issuer.takeFromGate();
  expect(await waiting).toEqual({ ok: true, value: 'taken' });
  expect(motion.any).toBe(false);
});

it('INV-3 a question to a machine moves nothing; a trouble ends a move as an answer does', async () => {
  const { machines, motion, issuer, acceptor } = bench();
  const asking = [issuer.status(), acceptor.status(), issuer.probe()];
  expect(motion.any).toBe(false);
  await Promise.all(asking);
  machines.acceptor.failNext('retain', { kind: 'jammed', code: 'belt' });
  expect(await acceptor.retain()).toMatchObject({ ok: false });
  await expect(motion.during(() => Promise.reject(new Error('bug')))).rejects.toThrow('bug');
  expect(motion.any).toBe(false);
});

it('a kiosk without machines has none to watch', () => {
  const watched = new CardsInMotion().watch({ issuer: () => null, acceptor: () => null });
  expect([watched.issuer(), watched.acceptor()]).toEqual([null, null]);
});
