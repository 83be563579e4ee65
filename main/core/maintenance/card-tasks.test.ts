import { describe, expect, it } from 'vitest';
import { CardTasksBench, type Hands } from './card-tasks-bench.ts';
import { FailingPower } from './guide/failing-power.ts';

/** A number for the first time a step asks, and others for the next times. */
const inTurn = (...values: readonly (number | string)[]) => {
  let turn = 0;
  return () => values[Math.min(turn++, values.length - 1)] ?? null;
};

/** Whatever is asked again after a power cut, hands have done it once. */
const once = (act: (bench: CardTasksBench) => void) => {
  let done = false;
  return (bench: CardTasksBench) => {
    if (!done) act(bench);
    done = true;
  };
};

/** A pack of eight that says ten; three do not fit. */
const loading = (): Hands => {
  const putIn = once((kiosk) => kiosk.putIn(5));
  return {
    'pack-label': () => 10,
    'count-first': () => 8,
    'count-second': () => 8,
    'explain-difference': () => 'pack-was-short',
    'put-in': (_, kiosk) => {
      putIn(kiosk);
      return 'not-all-in';
    },
    'count-left': () => 3,
  };
};

describe('load-cards', () => {
  it('INV-3 wants two counts that agree, an explanation where the label says otherwise, and loads what went in', async () => {
    const kiosk = new CardTasksBench(4);
    const hands = { ...loading(), 'count-first': inTurn(9, 8), 'count-second': () => 8 };
    const end = await kiosk.through('load-cards', hands);
    expect(kiosk.shown.join(' ')).toBe(
      'pack-label count-first count-second counts-differ count-first count-second explain-difference put-in count-left',
    );
    expect(end).toMatchObject({
      ask: { outcome: 'done' },
      facts: { blanks: 5, before: 4, after: 9, left: 3 },
    });
    expect(kiosk.bench.store.custody.stock()).toBe(kiosk.bench.issuer.stack.length);
    expect(kiosk.audit('blanks-loaded')).toMatchObject([
      {
        technician: 'T-0417',
        second: 'T-0981',
        blanks: 5,
        stock: 9,
        label: 10,
        explained: 'pack-was-short',
      },
    ]);
    expect(kiosk.violations()).toEqual([]);
  });

  it('INV-3 is exact wherever the power fails, once the task is gone on with', async () => {
    let at = 1;
    for (let fails = true; fails; at += 1) {
      const kiosk = new CardTasksBench(4);
      const power = new FailingPower(at, false);
      const end = await kiosk.through('load-cards', loading(), power);
      expect(end.facts, `write ${at}`).toEqual({ blanks: 5, before: 4, after: 9, left: 3 });
      expect(kiosk.bench.store.custody.counts()).toMatchObject({ loaded: 9, stock: 9 });
      expect(kiosk.bench.issuer.stack).toHaveLength(9);
      expect(kiosk.audit('blanks-loaded')).toHaveLength(1);
      expect(kiosk.desk.unfinished()).toEqual([]);
      expect(kiosk.violations()).toEqual([]);
      fails = power.failed;
      kiosk.bench.store.close();
    }
    expect(at).toBeGreaterThan(20);
  }, 30_000);

  it('INV-3 must be finished from before cards may be in the machine, whoever comes back', async () => {
    const kiosk = new CardTasksBench(4);
    const power = () => {
      throw new Error('power');
    };
    await expect(kiosk.through('load-cards', { ...loading(), 'put-in': power })).rejects.toThrow('power');
    kiosk.cut();
    expect(kiosk.desk.unfinished()).toMatchObject([
      { kind: 'load-cards', step: 'put-in', mustFinish: true, technician: 'T-0417' },
    ]);
  });

  it('waits and asks again while somebody is being served; nothing is lost', async () => {
    const kiosk = new CardTasksBench(4);
    kiosk.bench.busy = true;
    const end = await kiosk.through('load-cards', {
      ...loading(),
      'not-booked': (page) => {
        expect(page.facts).toEqual({ code: 'busy' });
        expect(kiosk.bench.store.custody.stock()).toBe(4);
        kiosk.bench.busy = false;
        return null;
      },
    });
    expect(end.facts).toMatchObject({ before: 4, after: 9 });
  });

  it('INV-3 an act that was begun stays the act of whoever began it', async () => {
    const kiosk = new CardTasksBench(4);
    // Power fails when the ledger has it and the task does not know.
    const { maintenanceTasks } = kiosk.bench.store;
    const add = maintenanceTasks.add.bind(maintenanceTasks);
    maintenanceTasks.add = (task, sequence, line) => {
      if (line.kind === 'act-ended') throw new Error('power');
      add(task, sequence, line);
    };
    await expect(kiosk.through('load-cards', loading())).rejects.toThrow('power');
    kiosk.cut();
    kiosk.desk.begin('load-cards', { technician: 'T-0777', second: 'T-0981' });
    const end = await kiosk.through('load-cards', loading());
    expect(end.facts).toMatchObject({ before: 4, after: 9 });
    expect(kiosk.audit('blanks-loaded')).toMatchObject([{ technician: 'T-0417' }]);
  });
});

/** Takes the cards of the acceptor's bin out and finds so many of them. */
const emptying = (found: number): Hands => {
  const takeOut = once(({ bench }) => bench.acceptor.emptyBin());
  return {
    'open-bin': (_, kiosk) => {
      takeOut(kiosk);
      return null;
    },
    'count-first': () => found,
    'count-second': () => found,
    'explain-difference': () => 'card-missing',
    'bag-number': () => 'hn-2026-0042',
  };
};

async function withTwoKept(): Promise<CardTasksBench> {
  const kiosk = new CardTasksBench(4);
  for (const [reason, masked] of [
    ['not-taken', '符＊＊ 4690 ＊＊＊＊ ＊＊＊＊ 742X'],
    ['left-behind', '王＊ 4601 ＊＊＊＊ ＊＊＊＊ 1239'],
  ] as const) {
    const card = await kiosk.bench.keptCard(reason);
    kiosk.bench.store.cardOwners.note(card, { masked, reference: 'YKT-7' });
  }
  return kiosk;
}

describe('empty-retain-bin', () => {
  it('INV-5 lists each card with reason and masked owner, and takes them out in a sealed bag', async () => {
    const kiosk = await withTwoKept();
    const end = await kiosk.through('empty-retain-bin', {
      ...emptying(2),
      'list-cards': ({ ask }) => {
        expect(ask).toMatchObject({
          kind: 'cards',
          cards: [
            { origin: 'resident', reason: 'not-taken', ownerMasked: '符＊＊ 4690 ＊＊＊＊ ＊＊＊＊ 742X' },
            { reason: 'left-behind', reference: 'YKT-7' },
          ],
        });
        return null;
      },
      'seal-bag': ({ facts }) => {
        expect(facts).toEqual({ counted: 2, bag: 'HN-2026-0042' });
        expect(kiosk.tasksOnDisk()).not.toContain('符');
        return null;
      },
    });
    expect(end.facts).toEqual({ counted: 2, ledger: 2, bag: 'HN-2026-0042' });
    expect(kiosk.bench.store.custody.counts().ownCards).toMatchObject({ retained: 0, emptied: 2 });
    expect(kiosk.audit('bin-emptied')).toMatchObject([
      { bin: 'acceptor', expected: 2, counted: 2, bag: 'HN-2026-0042', second: 'T-0981' },
    ]);
    expect(kiosk.violations()).toEqual([]);
  });

  it('INV-6 forgets whose cards those were when they are gone', async () => {
    const kiosk = await withTwoKept();
    const cards = kiosk.bench.store.custody.at('resident', 'retained').map(({ card }) => card);
    await kiosk.through('empty-retain-bin', emptying(2));
    for (const card of cards) {
      expect(kiosk.bench.store.cardOwners.find(card)).toEqual({ masked: null, reference: null });
    }
  });

  it('INV-3 is exact wherever the power fails, a card missing and explained', async () => {
    let at = 1;
    for (let fails = true; fails; at += 1) {
      const kiosk = await withTwoKept();
      const power = new FailingPower(at, false);
      const end = await kiosk.through('empty-retain-bin', emptying(1), power);
      expect(end.facts, `write ${at}`).toEqual({ counted: 1, ledger: 2, bag: 'HN-2026-0042' });
      expect(kiosk.bench.store.custody.counts().ownCards).toMatchObject({ retained: 0, emptied: 2 });
      expect(kiosk.audit('bin-emptied')).toMatchObject([
        { expected: 2, counted: 1, explained: 'card-missing' },
      ]);
      expect(kiosk.bench.store.custodyActs.differences(9)).toHaveLength(1);
      expect(kiosk.violations()).toEqual([]);
      fails = power.failed;
      kiosk.bench.store.close();
    }
    expect(at).toBeGreaterThan(20);
  }, 30_000);

  it('INV-3 holds no count against cards that came in after it', async () => {
    const kiosk = await withTwoKept();
    const more = once(({ bench }) =>
      bench.store.custody.move(bench.store.custody.acceptOwnCard('x'), 'retained', 'x'),
    );
    const counts = inTurn(2, 3);
    const end = await kiosk.through('empty-retain-bin', {
      ...emptying(0),
      'count-first': counts,
      'count-second': inTurn(2, 3),
      'seal-bag': (_, now) => {
        more(now);
        return null;
      },
    });
    expect(kiosk.shown).toContain('ledger-changed');
    expect(end.facts).toMatchObject({ counted: 3, ledger: 3 });
    expect(kiosk.audit('bin-emptied')).toHaveLength(1);
  });

  it('wants a bag number of letters, digits and hyphens', async () => {
    const kiosk = await withTwoKept();
    const numbers = inTurn('42', 'no/42', '-ab-', 'Bag-0042');
    const end = await kiosk.through('empty-retain-bin', { ...emptying(2), 'bag-number': numbers });
    expect(end.facts).toMatchObject({ bag: 'BAG-0042' });
  });

  it('asks for no bag where nothing was in it', async () => {
    const kiosk = new CardTasksBench(4);
    const end = await kiosk.through('empty-retain-bin', emptying(0));
    expect(end.facts).toEqual({ counted: 0, ledger: 0, bag: '' });
    expect(kiosk.shown).toEqual(['open-bin', 'count-first', 'count-second']);
  });
});

describe('empty-reject-bin and count-stack', () => {
  it('INV-3 takes rejected blanks out of the issuer', async () => {
    const kiosk = new CardTasksBench(4);
    await kiosk.bench.rejectedBlank();
    const before = kiosk.violations();
    const end = await kiosk.through('empty-reject-bin', {
      'open-bin': (_, { bench }) => {
        bench.issuer.emptyBin();
        return null;
      },
      'count-first': () => 1,
      'count-second': () => 1,
      'bag-number': () => 'R-0001',
    });
    expect(end.facts).toMatchObject({ counted: 1, ledger: 1 });
    expect(kiosk.bench.store.custody.counts()).toMatchObject({
      stock: 3,
      blanks: { emptied: 1, rejected: 0 },
    });
    // The bench has no journal behind its blanks: emptying adds nothing to what is said of that.
    expect(kiosk.violations()).toEqual(before);
  });

  it('INV-3 the ledger follows what two people counted; why it differed stays on record', async () => {
    const kiosk = new CardTasksBench(4);
    kiosk.bench.issuer.stack.pop();
    const words: unknown[] = [];
    const end = await kiosk.through('count-stack', {
      'count-first': () => 3,
      'count-second': () => 3,
      'explain-difference': ({ ask, facts }) => {
        words.push(ask.kind === 'choose' ? ask.options.map(({ value }) => value) : null, facts);
        return words.length > 2 ? 'card-missing' : 'count-again';
      },
    });
    expect(words.slice(0, 2)).toEqual([
      ['card-missing', 'reason-unknown', 'count-again'],
      { ledger: 4, counted: 3 },
    ]);
    expect(end.facts).toEqual({ counted: 3, before: 4 });
    expect(kiosk.bench.store.custody.stock()).toBe(3);
    expect(kiosk.audit('stack-counted')).toMatchObject([
      { expected: 4, counted: 3, explained: 'card-missing', second: 'T-0981' },
    ]);
  });
});
