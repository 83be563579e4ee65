import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { IppCardFacePrinter } from '../../drivers/card-face-printer/ipp-card-face-printer.ts';
import { LineCodeScanner } from '../../drivers/code-scanner/line-code-scanner.ts';
import { IppDocumentPrinter } from '../../drivers/document-printer/ipp-document-printer.ts';
import { createTransport } from '../../drivers/transport/create-transport.ts';
import { parseTransport } from '../../drivers/transport/transport-address.ts';
import { SAMPLE_FACE } from '../../drivers/virtual/card-face-printer/face-bench.ts';
import { SAMPLE_DOCUMENT } from '../../drivers/virtual/document-printer/printer-bench.ts';
import { systemTimers } from '../../main/core/clock.ts';
import type { IdempotencyKey } from '../../src/brand.ts';
import { kiosklessBench } from './kioskless-bench.ts';

const never = new AbortController().signal;
const bench = kiosklessBench();

describe('the card acceptor in the dock', { timeout: 60_000 }, () => {
  it('takes the card of a resident while its mouth is open, and gives it back at the gate', async () => {
    const acceptor = bench.acceptor();
    expect((await acceptor.open()).ok).toBe(true);
    await bench.act('resident', { residentId: 'swap-2.0' });
    expect(await bench.refused('card-acceptor/offer', {})).toEqual([409, 'not-possible']);
    const accepted = acceptor.accept(never);
    await expect.poll(async () => (await bench.state()).cardAcceptor.entryOpen).toBe(true);
    expect(await bench.act('card-acceptor/offer')).toMatchObject({
      cardAcceptor: { position: 'ic', card: 'swap-2.0' },
    });
    expect((await accepted).ok).toBe(true);
    expect(await bench.refused('social-card/insert', { residentId: 'swap-2.0' })).toEqual([
      409,
      'not-possible',
    ]);
    expect(await bench.refused('card-acceptor/take', {})).toEqual([409, 'not-possible']);
    expect((await acceptor.giveBack()).ok).toBe(true);
    expect(await bench.act('card-acceptor/take')).toMatchObject({
      cardAcceptor: { position: 'none', taken: ['swap-2.0'] },
      fromGates: ['swap-2.0'],
    });
    await acceptor.close();
  });

  it('keeps a card in its bin until a technician empties it', async () => {
    const acceptor = bench.acceptor();
    expect((await acceptor.open()).ok).toBe(true);
    const accepted = acceptor.accept(never);
    await expect.poll(async () => (await bench.state()).cardAcceptor.entryOpen).toBe(true);
    // The very card that came out of the gate before.
    expect(await bench.act('card-acceptor/offer', { card: 'from-a-gate' })).toMatchObject({ fromGates: [] });
    expect((await accepted).ok).toBe(true);
    expect((await acceptor.retain()).ok).toBe(true);
    expect((await bench.state()).cardAcceptor).toMatchObject({ bin: ['swap-2.0'], position: 'none' });
    expect(await bench.act('card-acceptor/empty-bin')).toMatchObject({
      cardAcceptor: { bin: [], removed: ['swap-2.0'] },
    });
    expect(await bench.refused('card-acceptor/empty-bin', {})).toEqual([409, 'not-possible']);
    expect(await bench.refused('card-acceptor/offer', { card: 'from-a-gate' })).toEqual([
      409,
      'not-possible',
    ]);
    await acceptor.close();
  });

  it('tells faults until they are mended', async () => {
    expect(await bench.act('card-acceptor/fault', { fault: 'bin-full', times: 'always' })).toMatchObject({
      cardAcceptor: { faults: ['bin-full'] },
    });
    const acceptor = bench.acceptor();
    expect((await acceptor.open()).ok).toBe(true);
    expect(await acceptor.status()).toMatchObject({ value: { retainBin: 'full' } });
    expect(await bench.act('card-acceptor/mend', { fault: 'bin-full' })).toMatchObject({
      cardAcceptor: { faults: [] },
    });
    await acceptor.close();
  });
});

describe('the card issuer in the dock', { timeout: 60_000 }, () => {
  it('loses its power in mid-move, is freed, and gives the next blank out at the gate', async () => {
    const issuer = bench.issuer();
    expect((await issuer.open()).ok).toBe(true);
    const { stack } = (await bench.state()).cardIssuer;
    await bench.act('card-issuer/power-cut', { rests: 'path' });
    expect((await issuer.takeBlank()).ok).toBe(false);
    expect((await bench.state()).cardIssuer).toMatchObject({
      dark: true,
      position: 'path',
      card: stack[0],
    });
    await issuer.close();
    expect(await bench.act('card-issuer/power', { on: true })).toMatchObject({ cardIssuer: { dark: false } });
    expect(await bench.act('card-issuer/clear-path')).toMatchObject({
      cardIssuer: { position: 'none', removed: [stack[0]] },
    });
    expect((await issuer.open()).ok).toBe(true);
    expect((await issuer.takeBlank()).ok).toBe(true);
    expect((await issuer.present()).ok).toBe(true);
    expect(await bench.act('card-issuer/take')).toMatchObject({
      cardIssuer: { taken: [stack[1]], stack: stack.slice(2) },
      fromGates: [stack[1]],
    });
    await issuer.close();
  });

  it('is loaded with blanks, jams once, and goes dark', async () => {
    const { stack } = (await bench.state()).cardIssuer;
    expect((await bench.act('card-issuer/load', { blanks: 3 })).cardIssuer.stack).toHaveLength(
      stack.length + 3,
    );
    expect(await bench.act('card-issuer/fault', { fault: 'jam' })).toMatchObject({
      cardIssuer: { faults: ['jam'] },
    });
    const issuer = bench.issuer();
    expect((await issuer.open()).ok).toBe(true);
    expect(await issuer.takeBlank()).toMatchObject({ error: { kind: 'jammed' } });
    await issuer.close();
    expect(await bench.act('card-issuer/clear-path')).toMatchObject({ cardIssuer: { faults: [] } });
    expect(await bench.act('card-issuer/power', { on: false })).toMatchObject({ cardIssuer: { dark: true } });
    await bench.act('card-issuer/power', { on: true });
    await bench.act('card-issuer/mend');
  });
});

describe('the printers in the dock', { timeout: 60_000 }, () => {
  it('lists documents with their pages, and shows each as it came over the wire', async () => {
    const address = bench.world.hardware.documentPrinter.uri;
    const driver = new IppDocumentPrinter({ address, timers: systemTimers, user: 'dock@test' });
    expect((await driver.open()).ok).toBe(true);
    expect((await driver.print(SAMPLE_DOCUMENT, never)).ok).toBe(true);
    await driver.close();
    const { papers } = (await bench.state()).documentPrinter;
    expect(papers[0]).toMatchObject({ number: 0, pages: expect.any(Number) });
    expect(papers[0]?.pages).toBeGreaterThan(0);
    const { type, answer } = await bench.ask('/api/papers/document-printer/0.pdf');
    expect(type).toBe('application/pdf');
    expect((await answer.text()).slice(0, 5)).toBe('%PDF-');
  });

  it('lists the faces of cards, each one page', async () => {
    const address = bench.world.hardware.facePrinter.uri;
    const driver = new IppCardFacePrinter({ address, timers: systemTimers, user: 'dock@test' });
    expect((await driver.open()).ok).toBe(true);
    expect((await driver.printFace(SAMPLE_FACE, never)).ok).toBe(true);
    await driver.close();
    expect((await bench.state()).cardFacePrinter.papers).toMatchObject([{ number: 0, pages: 1 }]);
    expect((await bench.ask('/api/papers/card-face-printer/0.pdf')).type).toBe('application/pdf');
  });

  it.each(['document-printer', 'card-face-printer'] as const)('breaks and mends the %s', async (name) => {
    const of = name === 'document-printer' ? 'documentPrinter' : 'cardFacePrinter';
    expect(await bench.act(`${name}/fault`, { fault: 'jammed' })).toMatchObject({
      [of]: { faults: ['jammed'] },
    });
    expect(await bench.act(`${name}/mend`)).toMatchObject({ [of]: { faults: [] } });
  });
});

describe('the phone in the dock', { timeout: 60_000 }, () => {
  const order = async (fen: number) => {
    const key = randomUUID() as IdempotencyKey;
    const created = await bench.sync.operations.put(key, {
      kind: 'payment.create',
      receiptReference: `YKT-${key}`,
      socialSecurityNumber: bench.world.resident('loss-formal').socialSecurityNumber,
      items: [{ what: 'card', fen }],
      amountFen: fen,
      expiresAfterSeconds: 120,
    });
    expect(created).toMatchObject({ value: { state: 'done' } });
    const { orders } = (await bench.state()).acquirer;
    return { key, id: orders.find(({ receiptReference }) => receiptReference === `YKT-${key}`)?.id ?? '' };
  };
  const standing = async (id: string) =>
    (await bench.state()).acquirer.orders.find((one) => one.id === id) ?? null;

  it('INV-1 pays an order, and what is paid twice comes back once', async () => {
    const before = (await bench.state()).acquirer.ledger;
    const { key, id } = await order(1500);
    await bench.act('phone/pay', { order: id, act: 'pay' });
    expect(await bench.sync.payments.ask(key, never)).toMatchObject({
      value: { state: 'paid', paidFen: 1500 },
    });
    await bench.act('phone/pay', { order: id, act: 'pay' });
    expect(await standing(id)).toMatchObject({ state: 'paid', receivedFen: 3000, refundedFen: 1500 });
    expect((await bench.state()).acquirer.ledger).toEqual({
      inFen: before.inFen + 3000,
      outFen: before.outFen + 1500,
    });
  });

  it.each([
    ['pay-twice', { state: 'paid', receivedFen: 2000, refundedFen: 1000 }],
    ['pay-late', { state: 'expired', receivedFen: 1000, refundedFen: 1000 }],
    ['refuse', { state: 'closed', receivedFen: 0 }],
    ['expire', { state: 'expired', receivedFen: 0 }],
  ])('%s', async (act, end) => {
    const { id } = await order(1000);
    await bench.act('phone/pay', { order: id, act });
    expect(await standing(id)).toMatchObject(end);
  });

  it('makes the acquirer refuse refunds for a while; they go out when it takes them again', async () => {
    const { id } = await order(700);
    expect(await bench.act('acquirer/mode', { mode: 'refuses-refunds' })).toMatchObject({
      acquirer: { mode: 'refuses-refunds' },
    });
    await bench.act('phone/pay', { order: id, act: 'pay-late' });
    expect(await standing(id)).toMatchObject({ receivedFen: 700, refundedFen: 0 });
    await bench.act('acquirer/mode', { mode: 'normal' });
    await bench.act('acquirer/sweep');
    expect(await standing(id)).toMatchObject({ refundedFen: 700 });
  });

  it('ECARD-2 holds the electronic card of the chosen resident to the scanner', async () => {
    await bench.act('resident', { residentId: 'benefits-receiver' });
    expect(await bench.refused('code-scanner/scan', {})).toEqual([409, 'not-possible']);
    const address = parseTransport(bench.world.hardware.codeScanner.uri);
    if (!address.ok) throw new Error(address.error.message);
    const scanner = new LineCodeScanner({
      transport: createTransport(address.value, systemTimers),
      timers: systemTimers,
    });
    expect((await scanner.open()).ok).toBe(true);
    await expect.poll(async () => (await bench.state()).codeScanner.kiosks).toBe(1);
    const scanned = scanner.scan(never);
    await bench.act('code-scanner/scan', { code: 'electronic-card' });
    const own = await scanned;
    expect(own).toMatchObject({ ok: true });
    const nobodys = scanner.scan(never);
    await bench.act('code-scanner/scan', { code: 'unknown' });
    expect(await nobodys).not.toEqual(own);
    await bench.act('code-scanner/fault', { fault: 'mute' });
    expect(await bench.act('code-scanner/mend')).toMatchObject({ codeScanner: { faults: [] } });
    await scanner.close();
  });
});

describe('what the dev dock refuses of machines and phone', () => {
  it.each([
    ['card-acceptor/offer', { card: 'gold' }, 400],
    ['card-acceptor/offer', { card: 'own', residentId: 'nobody' }, 409],
    ['card-acceptor/offer', { card: 'own', residentId: 'apply-plain-1' }, 409],
    ['card-acceptor/fault', { fault: 'stack-empty' }, 400],
    ['card-acceptor/clear-path', {}, 409],
    ['card-acceptor/power', {}, 400],
    ['card-issuer/fault', { fault: 'entry-obstructed' }, 400],
    ['card-issuer/fault', { fault: 'jam', times: 0 }, 400],
    ['card-issuer/load', { blanks: 0 }, 400],
    ['card-issuer/take', {}, 409],
    ['card-issuer/power-cut', { rests: 'anywhere' }, 400],
    ['document-printer/fault', { fault: 'on-fire' }, 400],
    ['card-face-printer/fault', { fault: 'paper-low' }, 400],
    ['code-scanner/scan', { code: 'anything' }, 400],
    ['code-scanner/fault', {}, 400],
    ['phone/pay', { order: 'none', act: 'pay' }, 409],
    ['phone/pay', { order: 'none', act: 'steal' }, 400],
    ['acquirer/mode', { mode: 'generous' }, 400],
  ])('%s %o', async (path, body, status) => {
    expect(await bench.refused(path, body)).toEqual([
      status,
      { 400: 'bad-request', 409: 'not-possible' }[status],
    ]);
  });

  it('papers that never came out', async () => {
    expect((await bench.ask('/api/papers/document-printer/99.pdf')).status).toBe(409);
    expect((await bench.ask('/api/papers/photocopier/0.pdf')).status).toBe(400);
  });
});
