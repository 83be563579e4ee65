import { describe, expect, it } from 'vitest';
import { deviceTrouble } from '../../../src/ports/device-status.ts';
import { MaintenanceBench } from './maintenance-bench.ts';

const by = (act: string) => ({ act: `act-${act.padStart(6, '0')}`, technician: 'T-0417' });

describe('blanks and the stack', () => {
  it('INV-3 loads what was counted, once, whatever is asked again after a power cut', () => {
    const bench = new MaintenanceBench(10);
    const loaded = { ok: true, value: { loaded: 40, before: 10, after: 50 } };
    expect(bench.acts.loadBlanks(by('1'), 40)).toEqual(loaded);
    bench.cut();
    expect(bench.acts.loadBlanks(by('1'), 40)).toEqual(loaded);
    expect(bench.store.custody.counts()).toMatchObject({ loaded: 50, stock: 50 });
    expect(bench.events()).toEqual([
      'blanks-loaded {"act":"act-000001","technician":"T-0417","blanks":40,"stock":50}',
    ]);
    expect(bench.acts.loadBlanks(by('2'), 5)).toMatchObject({ value: { before: 50 } });
  });

  it('INV-3 follows what was counted in the stack, and keeps the difference visible', async () => {
    const bench = new MaintenanceBench(10);
    expect(bench.acts.countStack(by('1'), 8)).toEqual({ ok: true, value: { expected: 10, counted: 8 } });
    expect(bench.acts.countStack(by('2'), 8)).toEqual({ ok: true, value: { expected: 8, counted: 8 } });
    expect(bench.store.custody.counts()).toMatchObject({ loaded: 8, stock: 8 });
    const { differences } = await bench.acts.expected();
    expect(differences).toMatchObject([
      { act: 'act-000001', technician: 'T-0417', expected: 10, counted: 8 },
    ]);
    expect(bench.events()).toHaveLength(2);
  });

  it.each([
    ['a count that is none', () => new MaintenanceBench(3).acts.loadBlanks(by('1'), 0), 'bad-count'],
    ['half a card', () => new MaintenanceBench(3).acts.countStack(by('1'), 1.5), 'bad-count'],
    [
      'more than a machine holds',
      () => new MaintenanceBench(3).acts.loadBlanks(by('1'), 10_001),
      'bad-count',
    ],
    [
      "a technician's name",
      () => new MaintenanceBench(3).acts.loadBlanks({ act: 'act-000001', technician: '王小明' }, 1),
      'bad-technician',
    ],
    [
      'an act without a name',
      () => new MaintenanceBench(3).acts.loadBlanks({ act: '', technician: 'T-0417' }, 1),
      'bad-act',
    ],
    [
      'a bin there is not',
      () => new MaintenanceBench(3).acts.emptyBin(by('1'), 'attic' as never, 0),
      'bad-word',
    ],
  ])('INV-3 refuses %s and writes nothing', (_, act, kind) => {
    expect(act()).toEqual({ ok: false, error: { kind } });
  });

  it('INV-3 refuses the name of another act', () => {
    const bench = new MaintenanceBench(3);
    bench.acts.loadBlanks(by('1'), 5);
    expect(bench.acts.loadBlanks(by('1'), 6)).toEqual({ ok: false, error: { kind: 'act-differs' } });
    expect(bench.acts.countStack(by('1'), 5)).toEqual({ ok: false, error: { kind: 'act-differs' } });
    expect(bench.store.custody.stock()).toBe(8);
  });

  it('INV-3 waits while somebody is served, but answers for what was done', async () => {
    const bench = new MaintenanceBench(3);
    bench.acts.loadBlanks(by('1'), 5);
    const lost = await bench.lostBlank();
    bench.busy = true;
    const busy = { ok: false, error: { kind: 'busy' } };
    expect(bench.acts.loadBlanks(by('2'), 5)).toEqual(busy);
    expect(bench.acts.countStack(by('2'), 5)).toEqual(busy);
    expect(bench.acts.emptyBin(by('2'), 'issuer', 0)).toEqual(busy);
    expect(await bench.acts.placeUnknown(by('2'), lost, 'in-bin')).toEqual(busy);
    expect(bench.acts.loadBlanks(by('1'), 5)).toMatchObject({ ok: true });
    expect(bench.store.custody.counts()).toMatchObject({ loaded: 8, stock: 7 });
  });
});

describe('a bin', () => {
  it('INV-3 is emptied: each card leaves with the reason why it was there', async () => {
    const bench = new MaintenanceBench(5);
    const cards = [await bench.rejectedBlank(), await bench.rejectedBlank()];
    expect(bench.acts.emptyBin(by('1'), 'issuer', 3)).toEqual({
      ok: true,
      value: {
        bin: 'issuer',
        expected: 2,
        counted: 3,
        cards: cards.map((card) => ({ card, origin: 'blank', place: 'rejected', reason: 'sw-6A82' })),
      },
    });
    const { loaded, stock, blanks } = bench.store.custody.counts();
    expect(blanks).toMatchObject({ rejected: 0, emptied: 2 });
    expect(stock + blanks.emptied).toBe(loaded);
    expect((await bench.acts.expected()).differences).toMatchObject([{ subject: 'issuer-bin', counted: 3 }]);
  });

  it('INV-3 is empty afterwards, however few were counted', async () => {
    const bench = new MaintenanceBench(5);
    await bench.rejectedBlank();
    await bench.rejectedBlank();
    expect(bench.acts.emptyBin(by('1'), 'issuer', 1)).toMatchObject({ value: { expected: 2, counted: 1 } });
    expect(bench.store.custody.counts().blanks).toMatchObject({ rejected: 0, emptied: 2 });
    expect(bench.acts.emptyBin(by('2'), 'issuer', 0)).toMatchObject({ value: { expected: 0, cards: [] } });
  });

  it("INV-5 names every resident's card in it with its reason, again after a power cut", async () => {
    const bench = new MaintenanceBench(1);
    const cards = [await bench.keptCard('not-taken'), await bench.keptCard('left-behind')];
    const reasons = cards.map((card, at) => ({
      card,
      origin: 'resident',
      place: 'retained',
      reason: ['not-taken', 'left-behind'][at],
    }));
    const { bins } = await bench.acts.expected();
    expect(bins).toMatchObject([{ cards: [] }, { bin: 'acceptor', cards: reasons }]);
    const emptied = bench.acts.emptyBin(by('1'), 'acceptor', 2);
    expect(emptied).toMatchObject({ value: { cards: reasons } });
    bench.cut();
    await bench.keptCard('swap');
    expect(bench.acts.emptyBin(by('1'), 'acceptor', 2)).toEqual(emptied);
    expect(bench.store.custody.counts().ownCards).toMatchObject({ retained: 1, emptied: 2 });
  });
});

describe('a card that was lost from sight', () => {
  it.each([
    ['in-bin', 'rejected'],
    ['in-stack', 'stock'],
    ['in-bag', 'emptied'],
    ['not-here', 'missing'],
  ] as const)('INV-3 found %s is %s, with who said so', async (found, place) => {
    const bench = new MaintenanceBench(3);
    const card = await bench.lostBlank();
    const placed = { ok: true, value: { card, place } };
    expect(await bench.acts.placeUnknown(by('1'), card, found)).toEqual(placed);
    bench.cut();
    expect(await bench.acts.placeUnknown(by('1'), card, found)).toEqual(placed);
    expect(bench.store.custody.find(card)).toMatchObject({ place, reason: `technician-${found}` });
    expect(bench.events()).toHaveLength(1);
    expect(bench.store.custody.counts()).toMatchObject({ loaded: 3, stock: place === 'stock' ? 3 : 2 });
    if (place !== 'missing') {
      expect(await bench.acts.placeUnknown(by('2'), card, 'in-bin')).toMatchObject({
        error: { kind: 'place-known' },
      });
    }
  });

  it('INV-3 in the path is put into the bin by the machine, its intent on disk before', async () => {
    const bench = new MaintenanceBench(3);
    const card = await bench.lostBlank();
    bench.issuer.failNext('toBin', deviceTrouble('answer-lost', ''));
    expect(await bench.acts.placeUnknown(by('1'), card, 'in-path')).toEqual({
      ok: false,
      error: { kind: 'machine', code: 'answer-lost' },
    });
    expect(bench.store.custodyActs.find('act-000001')).toMatchObject({ found: 'in-path', endedAt: null });
    bench.cut();
    expect(await bench.acts.placeUnknown(by('1'), card, 'in-path')).toMatchObject({
      value: { place: 'rejected' },
    });
    expect(bench.issuer.bin).toHaveLength(1);
    expect(bench.store.custody.counts().blanks).toMatchObject({ rejected: 1, unknown: 0 });
  });

  it('INV-3 whose move was answered by nobody is guessed by nobody', async () => {
    const bench = new MaintenanceBench(3);
    const card = await bench.lostBlank();
    bench.issuer.failNext('toBin', deviceTrouble('answer-lost', ''), true);
    await bench.acts.placeUnknown(by('1'), card, 'in-path');
    expect(await bench.acts.placeUnknown(by('1'), card, 'in-path')).toMatchObject({
      error: { kind: 'nothing-in-path' },
    });
    expect(bench.store.custody.find(card)?.place).toBe('unknown');
    expect(await bench.acts.placeUnknown(by('2'), card, 'in-bin')).toMatchObject({ ok: true });
    expect(bench.store.custody.counts().blanks.rejected).toBe(1);
  });

  it("INV-3 INV-5 a resident's is kept by the acceptor, and full bins and jams are said", async () => {
    const bench = new MaintenanceBench(3);
    const card = await bench.ownCard();
    bench.store.custody.move(card, 'unknown', 'jammed-belt');
    bench.acceptor.binFull = true;
    expect(await bench.acts.placeUnknown(by('1'), card, 'in-path')).toMatchObject({
      error: { kind: 'bin-full' },
    });
    bench.acceptor.binFull = false;
    bench.acceptor.failNext('retain', { kind: 'jammed', code: 'belt' });
    expect(await bench.acts.placeUnknown(by('1'), card, 'in-path')).toMatchObject({
      error: { kind: 'jammed' },
    });
    expect(await bench.acts.placeUnknown(by('2'), card, 'in-stack')).toMatchObject({
      error: { kind: 'not-for-this-card' },
    });
    expect(await bench.acts.placeUnknown(by('1'), card, 'in-path')).toMatchObject({
      value: { place: 'retained' },
    });
    expect(bench.acceptor.bin).toHaveLength(1);
  });

  it('INV-2 a blank that may belong to a person is kept for its owner, not rejected', async () => {
    const bench = new MaintenanceBench(3);
    const card = await bench.lostBlank();
    const write = (entry: object) => bench.store.journal.append('t-1' as never, entry as never, 1);
    write({ kind: 'intent', act: 'take-blank', key: null, detail: { card } });
    write({ kind: 'intent', act: 'bind', key: 'k-bind', detail: {} });
    expect(await bench.acts.placeUnknown(by('1'), card, 'in-bin')).toMatchObject({
      value: { place: 'retained' },
    });
    expect(bench.acts.emptyBin(by('2'), 'issuer', 1)).toMatchObject({
      value: { cards: [{ card, place: 'retained', reason: 'technician-in-bin' }] },
    });
  });

  it('INV-3 that a request left in the machine goes into the bin; one that is in use is left alone', async () => {
    const bench = new MaintenanceBench(3);
    const card = await bench.blankAtChipStation();
    expect((await bench.acts.expected()).cards).toMatchObject([{ card, todo: 'let-machine-bin-it' }]);
    expect(await bench.acts.placeUnknown(by('1'), card, 'not-here')).toMatchObject({
      error: { kind: 'place-known' },
    });
    const lost = bench.store.custody.acceptOwnCard('accepted');
    expect(await bench.acts.placeUnknown(by('2'), lost, 'in-path')).toMatchObject({
      error: { kind: 'place-known' },
    });
    expect(await bench.acts.placeUnknown(by('3'), card, 'in-path')).toMatchObject({ ok: true });
    expect(bench.store.custody.inMachine('blank')).toBeNull();
    expect(bench.store.custody.moves(card).map(({ place }) => place)).toContain('unknown');
  });

  it('INV-2 while somebody came, or another card stands there, the machine moves nothing', async () => {
    const bench = new MaintenanceBench(5);
    const first = await bench.lostBlank();
    const { status } = bench.issuer;
    bench.issuer.status = () => {
      bench.busy = true;
      return status.call(bench.issuer);
    };
    expect(await bench.acts.placeUnknown(by('1'), first, 'in-path')).toMatchObject({
      error: { kind: 'busy' },
    });
    bench.issuer.status = status;
    bench.busy = false;
    bench.issuer.takeOut();
    await bench.blankAtChipStation();
    expect(await bench.acts.placeUnknown(by('2'), first, 'in-path')).toMatchObject({
      error: { kind: 'another-card-in-path' },
    });
    expect(bench.issuer.bin).toHaveLength(0);
  });

  it('INV-3 found in a stack that was counted with it is there once', async () => {
    const bench = new MaintenanceBench(10);
    const card = bench.store.custody.takeBlank('t-1' as never, 'taken');
    bench.store.custody.move(card, 'unknown', 'jammed-position');
    await bench.acts.placeUnknown(by('5'), card, 'not-here');
    bench.acts.countStack(by('1'), 10);
    bench.acts.loadBlanks(by('2'), 5);
    await bench.acts.placeUnknown(by('3'), card, 'in-stack');
    expect(bench.store.custody.counts()).toMatchObject({ loaded: 15, stock: 15 });
    expect(bench.acts.countStack(by('4'), 15)).toMatchObject({ value: { expected: 15 } });
  });
});

describe('what a technician should find', () => {
  it('INV-3 is said in words of closed sets', async () => {
    const bench = new MaintenanceBench(7);
    const lost = await bench.lostBlank();
    bench.issuer.binFull = true;
    expect(await bench.acts.expected()).toMatchObject({
      stack: { ledger: 6, sensor: 'enough', todo: 'nothing' },
      bins: [
        { bin: 'issuer', sensor: 'full', todo: 'look-into-bin' },
        { bin: 'acceptor', sensor: 'room', todo: 'nothing' },
      ],
      paths: [
        { machine: 'issuer', sensor: 'card', ledger: null, todo: 'place-card' },
        { machine: 'acceptor', sensor: 'none', todo: 'nothing' },
      ],
      cards: [{ card: lost, origin: 'blank', reason: 'jammed-position', todo: 'look-for-it' }],
    });
    bench.issuer.stack.length = 0;
    await bench.acts.placeUnknown(by('1'), lost, 'not-here');
    const later = await bench.acts.expected();
    expect(later.stack).toEqual({ ledger: 6, sensor: 'empty', todo: 'count-stack' });
    expect(later.cards).toMatchObject([{ card: lost, todo: 'place-if-found' }]);
    bench.issuer.failNext('status', { kind: 'jammed', code: 'x' });
    expect((await bench.acts.expected()).paths[0]).toMatchObject({ sensor: 'jammed', todo: 'place-card' });
  });
});
