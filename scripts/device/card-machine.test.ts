import { afterEach, describe, expect, it } from 'vitest';
import { OLD_CARD } from '../../drivers/card-acceptor/acceptor-bench.ts';
import { VirtualCardAcceptor } from '../../drivers/virtual/card-acceptor/virtual-card-acceptor.ts';
import { VirtualCardIssuer } from '../../drivers/virtual/card-issuer/virtual-card-issuer.ts';
import { runProgram } from '../../tests/program/run-program.ts';
import { run as acceptorCommand } from './card-acceptor.ts';
import { run as issuerCommand } from './card-issuer.ts';

const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0)) await step();
});

async function issuer() {
  const machine = await VirtualCardIssuer.start({ blanks: 8 });
  cleanUp.push(() => machine.close());
  const device = (action: string) => issuerCommand([action, '--transport', machine.uri]);
  return { machine, device };
}

async function acceptor() {
  const machine = await VirtualCardAcceptor.start();
  cleanUp.push(() => machine.close());
  const device = (action: string, ...more: string[]) =>
    acceptorCommand([action, '--transport', machine.uri, ...more]);
  return { machine, device };
}

describe('device -- card-issuer', () => {
  it('moves a card and prints the sensors after it', async () => {
    const { machine, device } = await issuer();
    expect(await device('status')).toEqual({ position: 'none', stock: 'enough', bin: 'room' });
    expect(await device('take')).toMatchObject({ position: 'ic' });
    await expect(device('take')).rejects.toMatchObject({ code: 'wrong-position' });
    expect(await device('eject')).toMatchObject({ position: 'gate' });
    expect(await device('bin')).toMatchObject({ position: 'none' });
    expect(machine.truth().bin).toEqual(['blank-1']);
  });

  it('names what is wrong', async () => {
    const { machine, device } = await issuer();
    machine.setFault('stack-empty');
    await expect(device('take')).rejects.toMatchObject({ code: 'stock-empty' });
    machine.mend();
    machine.once('jam');
    await expect(device('take')).rejects.toMatchObject({ code: 'jammed' });
    await expect(device('status')).rejects.toMatchObject({ code: 'jammed' });
    await expect(issuerCommand(['dance', '--transport', machine.uri])).rejects.toMatchObject({
      code: 'usage',
    });
    await expect(issuerCommand(['status'])).rejects.toMatchObject({ code: 'usage' });
    await expect(issuerCommand(['status', '--transport', 'usb'])).rejects.toMatchObject({
      code: 'transport-scheme',
    });
    await expect(issuerCommand(['status', '--transport', 'tcp://127.0.0.1:1'])).rejects.toMatchObject({
      code: 'connection-refused',
    });
  });

  it('prints one JSON object as a program', async () => {
    const { machine } = await issuer();
    const args = ['run', '--silent', 'device', '--', 'card-issuer', 'status', '--transport', machine.uri];
    expect(await runProgram('npm', args)).toEqual({
      status: 0,
      object: { position: 'none', stock: 'enough', bin: 'room' },
    });
  }, 30_000);
});

describe('device -- card-acceptor', () => {
  it('takes a card in, reads it as far as it lets anybody, gives it back or keeps it', async () => {
    const { machine, device } = await acceptor();
    const stop = machine.onChange(() => {
      if (!machine.entryOpen) return;
      stop();
      machine.insert(OLD_CARD);
    });
    expect(await device('accept')).toEqual({ media: 'latched', retainBin: 'room' });
    expect(await device('read')).toMatchObject({ specVersion: '3.00', generation: 3, name: null });
    expect(await device('give-back')).toMatchObject({ media: 'gate' });
    expect(await device('retain')).toMatchObject({ media: 'none' });
    expect(machine.truth().bin).toEqual(['card-1']);
  });

  it('says that nobody came, and that there is nothing to read', async () => {
    const { machine, device } = await acceptor();
    await expect(device('accept', '--wait', '0')).rejects.toMatchObject({ code: 'aborted' });
    expect(machine.entryOpen).toBe(false);
    await expect(device('read')).rejects.toMatchObject({ code: 'no-card' });
    expect(await device('status')).toEqual({ media: 'none', retainBin: 'room' });
  });
});
