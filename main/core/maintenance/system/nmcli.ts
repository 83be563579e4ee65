import type {
  NetworkInterface,
  NetworkSettings,
  NetworkTrouble,
} from '../../../../src/ports/maintenance/network.ts';
import { err, ok, type Result } from '../../../../src/result.ts';
import { type CommandLine, runCommand } from './run-command.ts';

type Trouble = Exclude<NetworkTrouble, 'not-known'>;

/** Bridges, tunnels and the loopback are not for technicians. */
const FOR_TECHNICIANS = new Set(['ethernet', 'wifi']);

interface Device {
  readonly name: string;
  readonly state: string;
  readonly connection: string;
}

/**
 * NetworkManager by its `nmcli`, whose terse answers are made for programs: one record a line, fields between colons,
 * `\:` for a colon within (nmcli(1), `--terse`, `--get-values`).
 */
export class Nmcli {
  readonly #command: CommandLine | undefined;

  constructor(command: CommandLine | undefined) {
    this.#command = command;
  }

  async interfaces(signal: AbortSignal): Promise<Result<readonly NetworkInterface[], Trouble>> {
    const devices = await this.#devices(signal);
    if (!devices.ok) return devices;
    const found: NetworkInterface[] = [];
    for (const { name, state, connection } of devices.value) {
      const address = await this.#ask(['-e', 'no', '-g', 'IP4.ADDRESS', 'device', 'show', name], signal);
      const fields = 'ipv4.method,ipv4.addresses,ipv4.gateway,ipv4.dns';
      const settings = await this.#ask(['-e', 'no', '-g', fields, 'connection', 'show', connection], signal);
      if (!address.ok) return address;
      if (!settings.ok) return settings;
      found.push({
        name,
        connected: state === 'connected',
        address: first(address.value),
        settings: settingsFrom(settings.value),
      });
    }
    return ok(found);
  }

  /** In force at once, and after the next start of the machine. */
  async apply(name: string, settings: NetworkSettings, signal: AbortSignal): Promise<Result<void, Trouble>> {
    const devices = await this.#devices(signal);
    if (!devices.ok) return devices;
    const device = devices.value.find((one) => one.name === name);
    if (!device) return err('command-failed');
    const { connection } = device;
    const fixed = settings.how === 'fixed' ? settings : { address: '', gateway: '', nameServer: '' };
    const modified = await this.#ask(
      [
        ...['connection', 'modify', connection],
        ...['ipv4.method', settings.how === 'fixed' ? 'manual' : 'auto'],
        ...['ipv4.addresses', fixed.address, 'ipv4.gateway', fixed.gateway, 'ipv4.dns', fixed.nameServer],
      ],
      signal,
    );
    if (!modified.ok) return modified;
    const up = await this.#ask(['--wait', '15', 'connection', 'up', connection], signal);
    return up.ok ? ok(undefined) : up;
  }

  async #devices(signal: AbortSignal): Promise<Result<readonly Device[], Trouble>> {
    const listed = await this.#ask(['-t', '-f', 'DEVICE,TYPE,STATE,CONNECTION', 'device', 'status'], signal);
    if (!listed.ok) return listed;
    return ok(
      listed.value.split('\n').flatMap((line) => {
        const [name = '', type = '', state = '', connection = ''] = fieldsOf(line);
        return FOR_TECHNICIANS.has(type) && connection !== '' ? [{ name, state, connection }] : [];
      }),
    );
  }

  async #ask(parts: readonly string[], signal: AbortSignal): Promise<Result<string, Trouble>> {
    if (!this.#command) return err('no-command');
    return runCommand([...this.#command, ...parts], {}, signal);
  }
}

/** A terse line's fields, unescaped. */
const fieldsOf = (line: string): string[] =>
  (line.match(/(?:\\.|[^:\\])*(?::|$)/g) ?? []).map((field) =>
    field.replace(/:$/, '').replaceAll(/\\(.)/g, '$1'),
  );

/** Several addresses or servers stand in one line, between commas or bars. */
const first = (values: string): string => (values.split(/[\n,|]/)[0] ?? '').trim();

function settingsFrom(text: string): NetworkSettings {
  const [method = '', addresses = '', gateway = '', servers = ''] = text.split('\n');
  return method.trim() === 'manual'
    ? { how: 'fixed', address: first(addresses), gateway: gateway.trim(), nameServer: first(servers) }
    : { how: 'automatic' };
}
