import { describe, expect, it } from 'vitest';
import { memoryCard } from '../../../src/flows/memory/card-machine-path.ts';
import { CardTasksBench } from './card-tasks-bench.ts';
import type { TaskPage } from './task-desk.ts';

const options = ({ ask }: TaskPage) => (ask.kind === 'choose' ? ask.options : []);
const first = (page: TaskPage) => options(page)[0]?.value ?? null;

describe('settle-unknown', () => {
  it('says so where nothing is unknown', async () => {
    const kiosk = new CardTasksBench(3);
    const end = await kiosk.through('settle-unknown', {});
    expect(kiosk.shown).toEqual(['nothing-unknown']);
    expect(end.facts).toEqual({ place: '' });
  });

  it('INV-3 has the machine bin a blank that stands in the path, and says where the ledger has it now', async () => {
    const kiosk = new CardTasksBench(3);
    const card = await kiosk.bench.lostBlank();
    const end = await kiosk.through('settle-unknown', {
      'choose-unknown': (page) => {
        expect(options(page)).toEqual([{ value: card, label: 'YKT-1', note: 'blank-in-unknown-place' }]);
        return card;
      },
      advice: ({ facts }) => {
        expect(facts).toMatchObject({
          unknown: 'blank-in-unknown-place',
          reference: 'YKT-1',
          machine: 'issuer',
        });
        return null;
      },
      'where-found': (page) => {
        expect(options(page).map(({ value }) => value)).toEqual([
          'in-bin',
          'in-path',
          'in-stack',
          'in-bag',
          'not-here',
        ]);
        return 'in-path';
      },
    });
    expect(end).toMatchObject({ ask: { outcome: 'done' }, facts: { card, place: 'rejected' } });
    expect(kiosk.bench.issuer.bin).toHaveLength(1);
    expect(kiosk.audit('card-placed')).toMatchObject([{ card, found: 'in-path', technician: 'T-0417' }]);
  });

  it('INV-3 offers no path where the sensors see no card, and no stack for a card of a resident', async () => {
    const kiosk = new CardTasksBench(3);
    const card = await kiosk.bench.ownCard();
    kiosk.bench.acceptor.takeOut();
    kiosk.bench.store.custody.move(card, 'unknown', 'jammed');
    const end = await kiosk.through('settle-unknown', {
      'choose-unknown': first,
      'where-found': (page) => {
        expect(options(page).map(({ value }) => value)).toEqual(['in-bin', 'in-bag', 'not-here']);
        return 'not-here';
      },
    });
    expect(end.facts).toMatchObject({ unknown: 'old-card-in-unknown-place', place: 'missing' });
    const again = await kiosk.through('settle-unknown', {
      'choose-unknown': first,
      'where-found': (page) => {
        expect(options(page).map(({ value }) => value)).toEqual(['in-bin', 'in-bag']);
        return 'in-bin';
      },
    });
    expect(again.facts).toMatchObject({ place: 'retained' });
    expect(kiosk.violations()).toEqual([]);
  });

  it('INV-3 says why a card could not be placed, and asks again where it is', async () => {
    const kiosk = new CardTasksBench(3);
    const card = await kiosk.bench.lostBlank();
    kiosk.bench.issuer.failNext('toBin', { kind: 'jammed', code: '10' });
    const places = ['in-path', 'in-bin'];
    const end = await kiosk.through('settle-unknown', {
      'choose-unknown': first,
      'where-found': () => places.shift() ?? null,
      'not-placed': ({ facts }) => {
        expect(facts).toMatchObject({ code: 'jammed' });
        return 'again';
      },
    });
    expect(end.facts).toMatchObject({ card, place: 'rejected' });
    expect(kiosk.audit('card-placed')).toHaveLength(1);
  });

  it('INV-3 ends without a word in the ledger where the technician stops', async () => {
    const kiosk = new CardTasksBench(3);
    const card = await kiosk.bench.lostBlank();
    kiosk.bench.issuer.binFull = true;
    const end = await kiosk.through('settle-unknown', {
      'choose-unknown': first,
      'where-found': () => 'in-path',
      'not-placed': () => 'stop',
    });
    expect(end).toMatchObject({ ask: { outcome: 'failed' }, facts: { code: 'bin-full' } });
    expect(kiosk.bench.store.custody.find(card)?.place).toBe('unknown');
    expect(kiosk.audit('task-ended')).toMatchObject([{ disposition: 'failed', code: 'bin-full' }]);
  });

  it('INV-3 gives a line to a card in the acceptor that no line can be, once however often power fails', async () => {
    const kiosk = new CardTasksBench(3);
    const waiting = kiosk.bench.acceptor.accept(new AbortController().signal);
    kiosk.bench.acceptor.insertCard(memoryCard('whose'));
    await waiting;
    const { maintenanceTasks } = kiosk.bench.store;
    const add = maintenanceTasks.add.bind(maintenanceTasks);
    maintenanceTasks.add = (task, sequence, line) => {
      if (line.kind === 'act-ended') throw new Error('power');
      add(task, sequence, line);
    };
    const hands = {
      'choose-unknown': first,
      'take-card-out': () => {
        kiosk.bench.acceptor.takeOut();
        return null;
      },
      'where-found': () => 'in-bag',
    };
    await expect(kiosk.through('settle-unknown', hands)).rejects.toThrow('power');
    kiosk.cut();
    const end = await kiosk.through('settle-unknown', hands);
    expect(kiosk.shown).not.toContain('advice');
    expect(end.facts).toMatchObject({ kind: 'strange-card', place: 'emptied' });
    expect(kiosk.bench.store.custody.counts().ownCards).toMatchObject({ emptied: 1, unknown: 0 });
    expect(kiosk.audit('card-placed')).toHaveLength(1);
    expect(kiosk.violations()).toEqual([]);
  });

  it('INV-3 leads a card of the issuer that no line can be back onto the stack, to be counted', async () => {
    const kiosk = new CardTasksBench(3);
    await kiosk.bench.issuer.takeBlank();
    const end = await kiosk.through('settle-unknown', { 'choose-unknown': first });
    expect(kiosk.shown).toEqual(['choose-unknown', 'take-card-out']);
    expect(end.facts).toMatchObject({ place: 'to-be-counted', machine: 'issuer' });
    expect(kiosk.bench.store.custody.stock()).toBe(3);
  });

  it('shows what a technician does about a transaction that waits, and settles nothing in its place', async () => {
    const kiosk = new CardTasksBench(3);
    kiosk.openRequest('t-2', 'YKT-2', [
      { kind: 'outcome', act: 'charge', key: null, detail: { items: [{ what: 'card', fen: 1_500 }] } },
      { kind: 'intent', act: 'pay', key: 'k-pay', detail: {} },
    ]);
    const end = await kiosk.through('settle-unknown', {
      'choose-unknown': (page) => {
        expect(options(page)).toEqual([{ value: 'YKT-2', label: 'YKT-2', note: 'payment-unknown' }]);
        return 'YKT-2';
      },
    });
    expect(kiosk.shown).toEqual(['choose-unknown', 'advice']);
    expect(end.facts).toMatchObject({ unknown: 'payment-unknown', reason: 'replace', place: '' });
    expect(kiosk.bench.store.journal.find('t-2' as never)?.closedAt).toBeNull();
  });
});
