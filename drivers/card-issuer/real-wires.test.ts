import { afterEach, describe, expect, it } from 'vitest';
import { CrtCardAcceptor } from '../card-acceptor/crt-card-acceptor.ts';
import { createPtyPair } from '../transport/pty-pair.ts';
import { SerialTransport } from '../transport/serial-transport.ts';
import { TcpTransport } from '../transport/tcp-transport.ts';
import { VirtualCardAcceptor } from '../virtual/card-acceptor/virtual-card-acceptor.ts';
import { VirtualCardIssuer } from '../virtual/card-issuer/virtual-card-issuer.ts';
import {
  referenceKeys,
  SAMPLE_CARD,
  SAMPLE_INITIALIZE,
  sampleScript,
} from '../virtual/social-card/blank-card-sample.ts';
import { wallTimers } from '../wall-timers.ts';
import { CrtCardIssuer } from './crt-card-issuer.ts';

const never = new AbortController().signal;
const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).toReversed()) await step();
});

/** A whole life of a card: stack, chip, script, read back, gate, hand. */
async function issueOne(issuer: CrtCardIssuer, machine: VirtualCardIssuer): Promise<void> {
  const done = { ok: true, value: undefined };
  expect(await issuer.open()).toEqual(done);
  expect(await issuer.takeBlank()).toEqual(done);
  expect(await issuer.powerOn()).toMatchObject({ ok: true });
  const initial = await issuer.transmit(SAMPLE_INITIALIZE);
  for (const command of sampleScript(initial.ok ? initial.value : '')) {
    expect(await issuer.transmit(command)).toEqual({ ok: true, value: '9000' });
  }
  expect(await issuer.read(referenceKeys, never)).toEqual({ ok: true, value: SAMPLE_CARD });
  machine.takePresentedCards();
  expect(await issuer.present()).toEqual(done);
  expect(await issuer.waitTaken(never)).toEqual({ ok: true, value: 'taken' });
  expect(machine.truth()).toMatchObject({ position: 'none', taken: ['blank-1'] });
}

describe('TCP', () => {
  it('issues a card to a hand, which puts it into the acceptor, which keeps it', async () => {
    const machine = await VirtualCardIssuer.start({ blanks: 2 });
    const transport = new TcpTransport('127.0.0.1', machine.port, wallTimers);
    const issuer = new CrtCardIssuer({ transport, timers: wallTimers });
    const mouth = await VirtualCardAcceptor.start();
    const acceptor = new CrtCardAcceptor({
      transport: new TcpTransport('127.0.0.1', mouth.port, wallTimers),
      timers: wallTimers,
    });
    cleanUp.push(
      () => machine.close(),
      () => mouth.close(),
      () => issuer.close(),
      () => acceptor.close(),
    );
    await issueOne(issuer, machine);
    // The next one waits at the gate for the hand below.
    machine.leaveInGate();
    await issuer.takeBlank();
    await issuer.present();
    const card = machine.takeFromGate();
    expect(card?.label).toBe('blank-2');
    await acceptor.open();
    const accepting = acceptor.accept(never);
    await new Promise<void>((resolve) => {
      const stop = mouth.onChange(() => {
        if (!mouth.entryOpen) return;
        stop();
        resolve();
      });
    });
    expect(card && mouth.insertCard(card)).toBe('drawn-in');
    expect(await accepting).toMatchObject({ ok: true });
    expect(await acceptor.retain()).toMatchObject({ ok: true });
    expect(mouth.truth().bin).toEqual(['blank-2']);
  });

  it('a pulled cable and a power cut are named, and mend by opening', async () => {
    const machine = await VirtualCardIssuer.start();
    const transport = new TcpTransport('127.0.0.1', machine.port, wallTimers);
    const issuer = new CrtCardIssuer({ transport, timers: wallTimers });
    cleanUp.push(
      () => machine.close(),
      () => issuer.close(),
    );
    await issuer.open();
    const lost = new Promise((resolve) => transport.onClose(resolve));
    machine.disconnect();
    await lost;
    expect(await issuer.status()).toMatchObject({ error: { code: 'link-lost' } });
    expect(await issuer.open()).toMatchObject({ ok: true });
    machine.powerCutDuring('move', 'to');
    expect(await issuer.takeBlank()).toMatchObject({ error: { code: 'answer-lost' } });
    expect((await issuer.open()).ok).toBe(false);
    machine.powerOn();
    expect(await issuer.open()).toMatchObject({ ok: true });
    expect(await issuer.status()).toMatchObject({ value: { position: 'ic' } });
  });
});

const pair = await createPtyPair();
if (!pair)
  process.stdout.write('card issuer serial test skipped: socat is not installed (apt-get install socat)\n');
if (pair) await pair.close();

describe.skipIf(!pair)('serial', () => {
  it('issues a card over a serial line at 9600 baud', async () => {
    const line = await createPtyPair();
    if (!line) throw new Error('socat went away');
    const machine = new VirtualCardIssuer();
    const attached = await machine.attachTo(new SerialTransport(line.far, 9_600));
    if (!attached.ok) throw new Error(attached.error.message);
    const issuer = new CrtCardIssuer({
      transport: new SerialTransport(line.near, 9_600),
      timers: wallTimers,
    });
    cleanUp.push(
      () => line.close(),
      () => attached.value(),
      () => issuer.close(),
    );
    await issueOne(issuer, machine);
  });
});
