import { describe, expect, it } from 'vitest';
import { deviceTrouble } from '../../ports/device-status.ts';
import { memoryCard } from './card-machine-path.ts';
import { MemoryCardAcceptor, MemoryCardIssuer } from './card-machines.ts';

const LOST = deviceTrouble('answer-lost', 'the outcome is not known');

describe('troubles of the memory doubles', () => {
  it('INV-3 a lost answer moves the card all the same; another trouble does not; each strikes once', async () => {
    const issuer = new MemoryCardIssuer([memoryCard('blank-1'), memoryCard('blank-2')]);
    issuer.failNext('takeBlank', { kind: 'jammed', code: '10' });
    expect(await issuer.takeBlank()).toEqual({ ok: false, error: { kind: 'jammed', code: '10' } });
    expect(issuer.stack).toHaveLength(2);
    issuer.failNext('takeBlank', LOST, true);
    expect(await issuer.takeBlank()).toEqual({ ok: false, error: LOST });
    expect(await issuer.status()).toMatchObject({ value: { position: 'ic' } });
    expect(issuer.card?.label).toBe('blank-1');
    expect((await issuer.toBin()).ok).toBe(true);
  });

  it('a chip keeps what it was sent, and answers as it is told', async () => {
    const card = {
      ...memoryCard('blank-1'),
      answer: (command: string) => (command.startsWith('84') ? '6988' : '9000'),
    };
    const issuer = new MemoryCardIssuer([card]);
    await issuer.takeBlank();
    expect(await issuer.transmit('00A4040000')).toEqual({ ok: true, value: '9000' });
    expect(await issuer.transmit('84E2800000')).toEqual({ ok: true, value: '6988' });
    expect(card.commands).toEqual(['00A4040000', '84E2800000']);
  });

  it('a read fails once as it was told', async () => {
    const acceptor = new MemoryCardAcceptor();
    const keys = { authenticate: async () => ({ ok: true, value: { externalData: '' } }) as const };
    const waiting = acceptor.accept(new AbortController().signal);
    expect(acceptor.insertCard(memoryCard('bank card'))).toBe(true);
    expect(await waiting).toMatchObject({ ok: true });
    acceptor.failNextRead({ kind: 'mute' });
    const read = () => acceptor.read(keys, new AbortController().signal);
    expect(await read()).toEqual({ ok: false, error: { kind: 'mute' } });
    expect(await read()).toMatchObject({ error: { kind: 'card-error' } });
  });
});
