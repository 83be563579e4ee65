import { describe, expect, it } from 'vitest';
import type { LeftBehind } from '../../ports/maintenance/decommissioning.ts';
import type { Enrolled } from '../../ports/maintenance/enrolment.ts';
import type { Exported } from '../../ports/maintenance/log-export.ts';
import type { Tried } from '../../ports/maintenance/network.ts';
import { guideByHand } from '../memory/guide-by-hand.ts';
import { decommission } from './decommission.ts';
import { enrol } from './enrol.ts';
import { exportLogs } from './export-logs.ts';
import { restartCore, restartMachine } from './restarts.ts';
import { setClock } from './set-clock.ts';
import { setNetwork } from './set-network.ts';
import { unlockTechnician } from './unlock-technician.ts';

const stepsOf = (guide: { asked: readonly { step: string }[] }) => guide.asked.map(({ step }) => step);
const factsAt = (guide: { asked: readonly { step: string; facts: object }[] }, step: string) =>
  guide.asked.filter((one) => one.step === step && Object.keys(one.facts).length > 0).at(-1)?.facts;

describe('export-logs', () => {
  const stick = (id: string) => ({ id, name: `stick ${id}`, freeBytes: 8_000_000_000 });
  const exported = { file: 'yikatong-kiosk-1.jwe', bytes: 2_340_000, digest: 'a'.repeat(64) };

  it('looks until a stick is there, writes, and says what to take along', async () => {
    const looks = [[], [stick('a')]];
    const guide = guideByHand<'export-logs'>({ 'no-stick': 'again' });
    const port = { sticks: async () => looks.shift() ?? [], write: async () => exported };
    const end = await exportLogs(port)(guide);
    expect(end).toEqual({
      outcome: 'done',
      facts: { file: exported.file, megabytes: 2.3, digest: 'aaaaaaaaaaaaaaaa' },
    });
    expect(stepsOf(guide)).toEqual([
      'put-stick',
      'find-stick',
      'no-stick',
      'find-stick',
      'write',
      'take-stick',
    ]);
  });

  it('asks which of two, and says why nothing was written', async () => {
    const answers: Exported[] = [{ why: 'stick-gone' }, { why: 'no-export-key' }];
    const written: string[] = [];
    const guide = guideByHand<'export-logs'>({ 'choose-stick': 'b', 'not-written': ['again', 'give-up'] });
    const end = await exportLogs({
      sticks: async () => [stick('a'), stick('b')],
      write: async (id) => {
        written.push(id);
        return answers.shift() ?? exported;
      },
    })(guide);
    expect(end).toEqual({ outcome: 'failed', facts: { why: 'no-export-key' } });
    expect(written).toEqual(['b', 'b']);
  });
});

describe('set-clock', () => {
  const kiosk = Date.parse('2026-11-22T01:41:00Z');

  it('takes the centre only where it is reached, else what was typed', async () => {
    const set: (number | null)[] = [];
    const port = (offsetMs: number | null) => ({
      compare: async () => ({ kiosk, offsetMs }),
      set: async (to: number | null) => {
        set.push(to);
        return { byMs: 90_000 };
      },
    });
    const online = guideByHand<'set-clock'>({ 'choose-how': 'centre' });
    expect(await setClock(port(90_000))(online)).toEqual({
      outcome: 'done',
      facts: { how: 'centre', bySeconds: 90 },
    });
    expect(factsAt(online, 'choose-how')).toEqual({
      kioskTime: '2026-11-22 09:41',
      centreTime: '2026-11-22 09:42',
      offsetSeconds: 90,
    });
    const offline = guideByHand<'set-clock'>({
      'choose-how': 'by-hand',
      'enter-time': ['2026-13-22 09:41', '2026-11-22 09:50'],
    });
    await setClock(port(null))(offline);
    expect(set).toEqual([null, Date.parse('2026-11-22T01:50:00Z')]);
    await expect(setClock(port(null))(guideByHand<'set-clock'>({ 'choose-how': 'centre' }))).rejects.toThrow(
      'offer',
    );
  });

  it('compares anew where the power failed while it was set', async () => {
    const guide = guideByHand<'set-clock'>({ 'choose-how': 'centre', 'not-set': 'give-up' }, { again: true });
    const never = () => Promise.reject(new Error('set twice'));
    const end = await setClock({ compare: async () => ({ kiosk, offsetMs: 1 }), set: never })(guide);
    expect(end).toEqual({ outcome: 'failed', facts: { why: 'not-known' } });
  });
});

describe('set-network', () => {
  const eth0 = {
    name: 'eth0',
    connected: true,
    address: '10.1.2.3/24',
    settings: { how: 'automatic' } as const,
  };
  const fixed = {
    how: 'fixed',
    address: '10.1.2.9/24',
    gateway: '10.1.2.1',
    nameServer: '223.5.5.5',
  } as const;
  const typed = {
    'choose-how': 'fixed',
    'enter-address': ['10.1.2.9', fixed.address],
    'enter-gateway': ['10.9.9.9', fixed.gateway],
    'enter-name-server': ['dns', fixed.nameServer],
  } as const;
  const network = (tried: Tried) => {
    const kept: unknown[] = [];
    return {
      kept,
      interfaces: async () => [eth0],
      try: async () => tried,
      keep: async (_name: string, settings: unknown) => {
        kept.push(settings);
        return { outcome: 'kept' } as const;
      },
    };
  };

  it('asks again until address, gateway and name server fit each other', async () => {
    const port = network({ outcome: 'reached' });
    const end = await setNetwork(port)(guideByHand<'set-network'>(typed));
    expect(end).toEqual({ outcome: 'done', facts: { interface: 'eth0', outcome: 'kept' } });
    expect(port.kept).toEqual([]);
  });

  it('keeps what does not reach the centre only where somebody says so', async () => {
    const port = network({ outcome: 'not-reached' });
    await setNetwork(port)(guideByHand<'set-network'>({ ...typed, 'not-reached': 'keep-anyway' }));
    expect(port.kept).toEqual([fixed]);
    const given = await setNetwork(port)(guideByHand<'set-network'>({ ...typed, 'not-reached': 'give-up' }));
    expect(given.facts.outcome).toBe('taken-back');
    expect(port.kept).toHaveLength(1);
  });

  it('says that nobody configured a command', async () => {
    const port = {
      ...network({ outcome: 'reached' }),
      interfaces: async () => ({ why: 'no-command' as const }),
    };
    expect(await setNetwork(port)(guideByHand<'set-network'>({}))).toMatchObject({
      facts: { why: 'no-command' },
    });
  });
});

describe('restarts', () => {
  it('are done once: the core that goes on with the task is the new one', async () => {
    let cores = 0;
    const port = {
      core: async () => {
        cores += 1;
      },
    };
    await restartCore(port)(guideByHand<'restart-core'>({ sure: 'no' }));
    await restartCore(port)(guideByHand<'restart-core'>({ sure: 'yes' }));
    await restartCore(port)(guideByHand<'restart-core'>({ sure: 'yes' }, { again: true }));
    expect(cores).toBe(1);
  });

  it('of the machine are asked for again where it is still the same start of it', async () => {
    let machines = 0;
    const boots = ['one', 'one', 'one', 'two'];
    const port = {
      boot: () => boots.shift() ?? 'two',
      machine: async () => {
        machines += 1;
        return 'restarting' as const;
      },
    };
    await restartMachine(port)(guideByHand<'restart-machine'>({ sure: 'yes' }, { again: true }));
    expect(machines).toBe(1);
    await restartMachine(port)(guideByHand<'restart-machine'>({ sure: 'yes' }, { again: true }));
    expect(machines).toBe(1);
  });
});

describe('enrol', () => {
  const port = (known: string | null, answers: Enrolled[] = []) => {
    const held: string[] = [];
    return {
      held,
      kioskId: () => known,
      canScan: () => true,
      scan: async () => 'not-a-code' as const,
      hold: (code: string) => void held.push(code),
      enrol: async () => answers.shift() ?? { kioskId: 'kiosk-1' },
    };
  };

  it('tries again after a refused code, and leaves a kiosk that is enrolled alone', async () => {
    const anew = port(null, [{ why: 'code-refused' }]);
    const guide = guideByHand<'enrol'>({
      how: ['scan', 'type', 'type'],
      'enter-code': ['short', '0123456789abcdef'],
      'not-enrolled': 'again',
    });
    expect(await enrol(anew)(guide)).toEqual({ outcome: 'done', facts: { kioskId: 'kiosk-1' } });
    expect(anew.held).toEqual(['0123-4567-89AB-CDEF', '0123-4567-89AB-CDEF']);
    expect(await enrol(port('kiosk-7'))(guideByHand<'enrol'>({}))).toEqual({
      outcome: 'failed',
      facts: { why: 'enrolled-already', kioskId: 'kiosk-7' },
    });
  });
});

describe('decommission', () => {
  const nothing: LeftBehind = {
    openTransactions: 0,
    outbox: 0,
    deadLetters: 0,
    residentCards: 0,
    newCards: 0,
    blanks: 12,
    unsentAudit: 3,
  };
  const port = (left: Partial<LeftBehind> = {}, told: 'told' | 'not-told' = 'told') => {
    const begun: boolean[] = [];
    return {
      begun,
      kioskName: '海口一号',
      leftBehind: () => ({ ...nothing, ...left }),
      tellCentre: async () => told,
      begin: async (_people: unknown, knows: boolean) => void begun.push(knows),
    };
  };
  const yes = { 'what-is-left': 'go-on', sure: 'yes', 'enter-kiosk-name': '海口一号' } as const;

  it.each(['openTransactions', 'outbox', 'deadLetters', 'residentCards', 'newCards'] as const)(
    'INV-3 INV-4 is refused while %s would be lost for a resident',
    async (what) => {
      const blocked = port({ [what]: 1 });
      await expect(decommission(blocked)(guideByHand<'decommission'>(yes))).rejects.toThrow(
        'does not offer go-on',
      );
      const guide = guideByHand<'decommission'>({ 'what-is-left': ['look-again', 'give-up'] });
      expect((await decommission(blocked)(guide)).outcome).toBe('given-up');
      expect(blocked.begun).toEqual([]);
    },
  );

  it('needs the name as it is written, and says on whose word the centre knows', async () => {
    const told = port();
    const guide = guideByHand<'decommission'>({ ...yes, 'enter-kiosk-name': ['海口', '海口一号'] });
    expect(await decommission(told)(guide)).toEqual({ outcome: 'done', facts: { told: 'yes' } });
    const offline = port({}, 'not-told');
    await decommission(offline)(guideByHand<'decommission'>({ ...yes, 'not-told': ['again', 'go-on'] }));
    const given = port({}, 'not-told');
    await decommission(given)(guideByHand<'decommission'>({ ...yes, 'not-told': 'give-up' }));
    expect([told.begun, offline.begun, given.begun]).toEqual([[true], [false], []]);
  });

  it.each([
    ['before the centre is told, which is told nothing then', [nothing, { ...nothing, outbox: 1 }], []],
    ['at the last moment', [nothing, nothing, { ...nothing, outbox: 1 }], ['told']],
  ])('INV-4 turns back where something came meanwhile, %s', async (_when, counts, heard) => {
    const tells: string[] = [];
    const late = {
      ...port(),
      leftBehind: () => counts.shift() ?? nothing,
      tellCentre: async () => {
        tells.push('told');
        return 'told' as const;
      },
    };
    expect(await decommission(late)(guideByHand<'decommission'>(yes))).toEqual({
      outcome: 'failed',
      facts: { why: 'not-empty' },
    });
    expect(late.begun).toEqual([]);
    expect(tells).toEqual(heard);
  });

  it('INV-4 must be finished before the centre hears of it: nobody is served at a kiosk that it gave up', async () => {
    const guide = guideByHand<'decommission'>(yes);
    await decommission(port())(guide);
    const steps = stepsOf(guide);
    expect(steps).toContain('must-finish');
    expect(steps.indexOf('must-finish')).toBeLessThan(steps.indexOf('tell-centre'));
  });
});

it('unlock-technician lets another in again, never oneself', async () => {
  const unlocked: string[] = [];
  const port = (locked: string[]) => ({
    lockedOut: () => locked,
    unlock: (technician: string, by: string) => void unlocked.push(`${technician} by ${by}`),
  });
  await unlockTechnician(port(['T-0417', 'T-0002']))(
    guideByHand<'unlock-technician'>({ 'choose-technician': 'T-0002' }),
  );
  expect(unlocked).toEqual(['T-0002 by T-0417']);
  const alone = guideByHand<'unlock-technician'>({});
  await unlockTechnician(port(['T-0417']))(alone);
  expect(stepsOf(alone)).toEqual(['choose-technician', 'nobody-locked']);
});
