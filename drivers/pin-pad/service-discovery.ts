import type { Timers } from '../../src/ports/clock.ts';
import { type DeviceTrouble, deviceTrouble } from '../../src/ports/device-status.ts';
import { err, ok, type Result } from '../../src/result.ts';
import { completionOutcome } from './completion-outcome.ts';
import { connectXfs, type XfsConnection, type XfsListeners, type XfsTimeouts } from './xfs-connection.ts';
import { capabilitiesPayload, parsePayload, servicesPayload } from './xfs-payloads.ts';

/** Where XFS4IoT publishers listen (protocols.md 5.4). */
export const PUBLISHER_PORTS: readonly number[] = [
  80, 443, 5846, 5847, 5848, 5849, 5850, 5851, 5852, 5853, 5854, 5855, 5856,
];
const PUBLISHER_PATH = '/xfs4iot/v1.0';

export interface XfsLink {
  readonly timers: Timers;
  readonly timeouts: XfsTimeouts;
  readonly listeners: XfsListeners;
}

/** A command that waits for nobody: its payload when it succeeded, else what stopped it. */
export async function ask(
  connection: XfsConnection,
  timeouts: XfsTimeouts,
  name: string,
  payload: unknown = {},
): Promise<Result<unknown, DeviceTrouble>> {
  const completion = await connection.command(name, payload, { completionMs: timeouts.answerMs });
  if (!completion.ok) return completion;
  const outcome = completionOutcome(completion.value);
  if (outcome.ok) return outcome;
  const trouble = outcome.error;
  return err(trouble.kind === 'device' ? trouble : deviceTrouble(trouble.kind, `${name} gave no answer`));
}

/** A PIN pad offers both classes and ISO format 4; a text terminal that shares its keyboard does not. */
async function isPinPad(connection: XfsConnection, link: XfsLink): Promise<Result<void, DeviceTrouble>> {
  const answer = await ask(connection, link.timeouts, 'Common.Capabilities');
  if (!answer.ok) return answer;
  const parsed = parsePayload(capabilitiesPayload, answer.value);
  if (!parsed.ok) return parsed;
  const classes = new Set(parsed.value.interfaces.map((one) => one.name));
  if (!classes.has('PinPad') || !classes.has('Keyboard')) {
    return err(deviceTrouble('not-a-pin-pad', 'this service has no PinPad and Keyboard interface'));
  }
  if (parsed.value.pinPad?.pinFormats?.iso4 !== true) {
    return err(deviceTrouble('no-iso4', 'this PIN pad cannot build ISO format 4 PIN blocks'));
  }
  return ok(undefined);
}

/** Connects to a service URI and checks what it is. */
async function openService(uri: string, link: XfsLink): Promise<Result<XfsConnection, DeviceTrouble>> {
  const connected = await connectXfs(uri, link.timers, link.timeouts, link.listeners);
  if (!connected.ok) return connected;
  const fit = await isPinPad(connected.value, link);
  if (fit.ok) return connected;
  connected.value.close();
  return fit;
}

/** The URIs a publisher lists. */
async function listServices(uri: string, link: XfsLink): Promise<Result<readonly string[], DeviceTrouble>> {
  const connected = await connectXfs(uri, link.timers, link.timeouts, link.listeners);
  if (!connected.ok) return connected;
  try {
    const answer = await ask(connected.value, link.timeouts, 'ServicePublisher.GetServices');
    if (!answer.ok) return answer;
    const parsed = parsePayload(servicesPayload, answer.value);
    return parsed.ok ? ok(parsed.value.services.map((service) => service.serviceURI)) : parsed;
  } finally {
    connected.value.close();
  }
}

function publishersOf(address: URL): readonly string[] {
  if (address.port !== '' || address.pathname.startsWith(PUBLISHER_PATH)) {
    return [`${address.protocol}//${address.host}${PUBLISHER_PATH}`];
  }
  return PUBLISHER_PORTS.map((port) => {
    const scheme = port === 443 ? 'wss:' : address.protocol;
    return `${scheme}//${address.hostname}:${port}${PUBLISHER_PATH}`;
  });
}

/**
 * Opens the first PIN pad service behind an address: `ws://host/xfs4iot/v1.0/PinPad1` is that service,
 * `ws://host:5846` or `…/xfs4iot/v1.0` a publisher, and `ws://host` alone means every publisher port in turn.
 */
export async function openPinPadService(
  address: string,
  link: XfsLink,
): Promise<Result<XfsConnection, DeviceTrouble>> {
  if (!URL.canParse(address)) return err(deviceTrouble('bad-address', 'the PIN pad address is no URI'));
  const url = new URL(address);
  const path = url.pathname.replace(/\/$/, '');
  if (path !== '' && path !== PUBLISHER_PATH) return openService(address, link);
  let trouble = deviceTrouble('no-pin-pad', 'no publisher lists a PIN pad');
  for (const publisher of publishersOf(url)) {
    const services = await listServices(publisher, link);
    if (!services.ok) {
      trouble = services.error;
      continue;
    }
    trouble = deviceTrouble('no-pin-pad', `${publisher} lists no PIN pad`);
    for (const uri of services.value) {
      const opened = await openService(uri, link);
      if (opened.ok) return opened;
      if (opened.error.code !== 'not-a-pin-pad') trouble = opened.error;
    }
    break;
  }
  return err(trouble);
}
