import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { ok } from '../../../../src/result.ts';
import { VirtualClock } from '../../virtual-clock.ts';
import { machineClock } from './machine-clock.ts';
import { NetworkTrial } from './network-trial.ts';
import { Nmcli } from './nmcli.ts';
import { restarts } from './restarts.ts';
import { runCommand } from './run-command.ts';
import { setTimeByCommand, setTimeByOffsetFile } from './set-system-time.ts';

const never = new AbortController().signal;
const node = process.execPath;
let folder: string;
let recorded: { event: string; detail: object }[];
const audit = { record: (event: string, detail: object) => void recorded.push({ event, detail }) };
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yikatong-machine-'));
  recorded = [];
});

describe('a configured command', () => {
  it('is run without a shell, with its words filled in', async () => {
    const print = [node, '-e', 'process.stdout.write(JSON.stringify(process.argv.slice(1)))'];
    const ran = await runCommand([...print, '@{seconds}', '{utc}; reboot', '{other}'], {
      seconds: '5',
      utc: '$(x)',
    });
    expect(ran).toEqual(ok('["@5","$(x); reboot","{other}"]'));
  });

  it('that is not there, or ends badly, has failed', async () => {
    expect(await runCommand([join(folder, 'none')])).toEqual({ ok: false, error: 'command-failed' });
    expect(await runCommand([node, '-e', 'process.exit(3)'])).toEqual({ ok: false, error: 'command-failed' });
  });
});

describe('the machine’s clock', () => {
  const clockWith = (
    setSystemTime: Parameters<typeof machineClock>[0]['setSystemTime'],
    clock: VirtualClock,
  ) =>
    machineClock({
      centre: { clockOffset: async () => ok(90_000) },
      timers: clock,
      setSystemTime,
      audit,
      changed: () => undefined,
    });

  it('is set by a command, which is not believed by its word alone', async () => {
    const clock = new VirtualClock(Date.UTC(2026, 10, 22, 1, 41));
    const said = join(folder, 'said');
    const write = [
      node,
      '-e',
      `require('fs').writeFileSync(process.argv[1], process.argv.slice(2).join('|'))`,
      said,
    ];
    const byCommand = setTimeByCommand([...write, '{seconds}', '{utc}']);
    expect(await clockWith(byCommand, clock).set(null, 'T-0417', never)).toEqual({ why: 'command-failed' });
    expect(readFileSync(said, 'utf8')).toBe('1795311750|2026-11-22 01:42:30');
    expect(recorded).toEqual([]);
    expect(await clockWith(setTimeByCommand(undefined), clock).set(null, 'T-0417', never)).toEqual({
      why: 'no-command',
    });
  });

  it('is on record by how far it was moved, and by whose time', async () => {
    const clock = new VirtualClock(Date.UTC(2026, 10, 22, 1, 41));
    const set = async (ms: number) => {
      clock.setWallClock(ms - clock.now());
      return 'set' as const;
    };
    expect(await clockWith(set, clock).set(null, 'T-0417', never)).toEqual({ byMs: 90_000 });
    expect(await clockWith(set, clock).set(clock.now() - 60_000, 'T-0417', never)).toEqual({ byMs: -60_000 });
    expect(recorded).toEqual([
      { event: 'clock-set', detail: { technician: 'T-0417', how: 'centre', byMs: 90_000 } },
      { event: 'clock-set', detail: { technician: 'T-0417', how: 'by-hand', byMs: -60_000 } },
    ]);
  });

  it('in development is the file by which core’s clock is off', async () => {
    const file = join(folder, 'offset');
    await setTimeByOffsetFile(file, { now: () => 1_000 })(61_000);
    expect(readFileSync(file, 'utf8')).toBe('60000');
  });
});

/** `nmcli` as a program: what it was told lies in a file, and a marker file decides whether it obeys. */
const NMCLI = `
const fs = require('fs');
const file = process.argv[2];
const state = JSON.parse(fs.readFileSync(file, 'utf8'));
const [...said] = process.argv.slice(3).filter((one) => !['-t', '-e', 'no', '--wait', '15'].includes(one));
if (said.includes('status')) {
  console.log('lo:loopback:connected (externally):lo');
  console.log('eth0:ethernet:connected:Wired \\\\: one');
  console.log('wlan0:wifi:disconnected:');
} else if (said.includes('device')) console.log(state.settings[1] || '10.0.0.7/24');
else if (said.includes('show')) console.log(state.settings.join('\\n'));
else if (said.includes('modify')) {
  if (said[2] !== 'Wired : one') process.exit(10);
  state.next = [4, 6, 8, 10].map((at) => said[at]);
  fs.writeFileSync(file, JSON.stringify(state));
} else if (said.includes('up')) {
  if (state.refuses && state.next[0] === 'manual') process.exit(4);
  state.settings = state.next;
  state.ups = (state.ups || 0) + 1;
  fs.writeFileSync(file, JSON.stringify(state));
} else process.exit(2);
`;
const AUTOMATIC = ['auto', '', '', ''];
const FIXED = { how: 'fixed', address: '10.1.2.3/24', gateway: '10.1.2.1', nameServer: '223.5.5.5' } as const;

describe('network settings by nmcli', () => {
  const bench = ({ reached = true, refuses = false } = {}) => {
    const program = join(folder, 'nmcli.cjs');
    const state = join(folder, 'state.json');
    writeFileSync(program, NMCLI);
    writeFileSync(state, JSON.stringify({ settings: AUTOMATIC, refuses }));
    let elapsed = 0;
    const network = new NetworkTrial({
      nmcli: new Nmcli([node, program, state]),
      centre: { isReached: async () => reached },
      timers: {
        now: () => elapsed,
        elapsed: () => elapsed,
        sleep: async (ms) => {
          elapsed += ms;
        },
      },
      audit,
      folder,
    });
    return { network, settings: (): string[] => JSON.parse(readFileSync(state, 'utf8')).settings };
  };
  const set = (outcome: string) => ({
    event: 'network-set',
    detail: { technician: 'T-0417', interface: 'eth0', how: 'fixed', outcome },
  });

  it('shows wired and wireless interfaces with a connection, and none of the machine’s own', async () => {
    expect(await bench().network.interfaces(never)).toEqual([
      { name: 'eth0', connected: true, address: '10.0.0.7/24', settings: { how: 'automatic' } },
    ]);
  });

  it('keeps what reaches the centre', async () => {
    const { network, settings } = bench();
    expect(await network.try('eth0', FIXED, 'T-0417', never)).toEqual({ outcome: 'reached' });
    expect(settings()).toEqual(['manual', '10.1.2.3/24', '10.1.2.1', '223.5.5.5']);
    expect(await network.interfaces(never)).toMatchObject([{ settings: FIXED }]);
    await network.takeBackUnfinished();
    expect(recorded).toEqual([set('kept')]);
  });

  it.each([
    [{ reached: false }, { outcome: 'not-reached' }],
    [{ refuses: true }, { why: 'command-failed' }],
  ])('takes back what does not (%j)', async (world, answer) => {
    const { network, settings } = bench(world);
    expect(await network.try('eth0', FIXED, 'T-0417', never)).toEqual(answer);
    expect(settings()).toEqual(AUTOMATIC);
    expect(recorded).toEqual([set('taken-back')]);
  });

  it('takes back at the next start what a power cut left on trial', async () => {
    const { network, settings } = bench();
    const cut = new NetworkTrial({
      nmcli: new Nmcli([node, join(folder, 'nmcli.cjs'), join(folder, 'state.json')]),
      centre: { isReached: () => Promise.reject(new Error('power')) },
      timers: new VirtualClock(),
      audit,
      folder,
    });
    await expect(cut.try('eth0', FIXED, 'T-0417', never)).rejects.toThrow('power');
    expect(settings()[0]).toBe('manual');
    await network.takeBackUnfinished();
    expect(settings()).toEqual(AUTOMATIC);
    expect(recorded).toMatchObject([{ detail: { outcome: 'taken-back' } }]);
  });

  it('leaves at the next start what somebody kept although the settings before could not be brought back', async () => {
    const { network, settings } = bench({ reached: false });
    // An interface without a cable: nothing comes up on it, neither the new settings nor those before.
    const state = join(folder, 'state.json');
    const obey = readFileSync(join(folder, 'nmcli.cjs'), 'utf8');
    writeFileSync(join(folder, 'nmcli.cjs'), obey.replace("said.includes('up')", "said.includes('never')"));
    expect(await network.try('eth0', FIXED, 'T-0417', never)).toEqual({ why: 'command-failed' });
    writeFileSync(join(folder, 'nmcli.cjs'), obey);
    expect(await network.keep('eth0', FIXED, 'T-0417', never)).toEqual({ outcome: 'kept' });
    await network.takeBackUnfinished();
    expect(settings()[0]).toBe('manual');
    expect(JSON.parse(readFileSync(state, 'utf8')).ups).toBe(1);
    expect(recorded).toEqual([set('kept')]);
  });

  it('goes on where the note of a trial makes no sense', async () => {
    const { network, settings } = bench();
    for (const text of ['{"name":', '{}']) {
      writeFileSync(join(folder, 'network-before.json'), text);
      await network.takeBackUnfinished();
    }
    expect(settings()).toEqual(AUTOMATIC);
    expect(recorded).toEqual([]);
  });

  it('without a command says so', async () => {
    const { network } = bench();
    const bare = new NetworkTrial({
      nmcli: new Nmcli(undefined),
      centre: { isReached: async () => true },
      timers: new VirtualClock(),
      audit,
      folder,
    });
    expect(await bare.interfaces(never)).toEqual({ why: 'no-command' });
    expect(await network.keep('eth9', FIXED, 'T-0417', never)).toEqual({ why: 'command-failed' });
    expect(recorded).toEqual([]);
  });
});

it('restarts are on record, and lead back, before they happen', async () => {
  const happened: string[] = [];
  const parts = {
    audit: {
      record: (event: string, detail: object) => void happened.push(`${event} ${JSON.stringify(detail)}`),
    },
    prepareReturn: () => void happened.push('return'),
    end: () => void happened.push('end'),
  };
  await restarts({ ...parts, command: undefined }).core('T-0417');
  expect(happened).toEqual(['restart-asked {"what":"core","technician":"T-0417"}', 'return', 'end']);
  expect(await restarts({ ...parts, command: undefined }).machine('T-0417')).toBe('no-command');
  expect(happened).toHaveLength(3);
  expect(await restarts({ ...parts, command: [node, '-e', ''] }).machine('T-0417')).toBe('restarting');
  expect(await restarts({ ...parts, command: [node, '-e', 'process.exit(1)'] }).machine('T-0417')).toBe(
    'command-failed',
  );
});
