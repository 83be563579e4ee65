import { z } from 'zod';
import {
  createPortraitDecoder,
  type PortraitDecoderConfig,
} from '../../../drivers/id-card/portrait-decoder.ts';
import { SamIdCardReader } from '../../../drivers/id-card/sam-id-card-reader.ts';
import { PinPadDriver } from '../../../drivers/pin-pad/pin-pad-driver.ts';
import { ReceiptPrinterDriver } from '../../../drivers/receipt-printer/receipt-printer-driver.ts';
import type { SpawnHost } from '../../../drivers/social-card/host/card-host.ts';
import { createSocialCardReader } from '../../../drivers/social-card/social-card-reader.ts';
import type { ByteTransport } from '../../../drivers/transport/byte-transport.ts';
import { createTransport } from '../../../drivers/transport/create-transport.ts';
import { parseTransport } from '../../../drivers/transport/transport-address.ts';
import type { Timers } from '../../../src/ports/clock.ts';
import type { Log } from '../log.ts';
import type { DriverFactories } from './device-manager.ts';

const samOptions = z.strictObject({
  decoder: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('none') }),
      z.strictObject({ kind: z.literal('side-channel'), host: z.string(), port: z.number().int() }),
      z.strictObject({
        kind: z.literal('vendor-program'),
        program: z.string(),
        args: z.array(z.string()).default([]),
      }),
    ])
    .default({ kind: 'none' }),
});

const padOptions = z.strictObject({
  keyName: z.string().min(1),
  format: z.enum(['iso4-aes', 'iso4-sm4']).default('iso4-aes'),
});

const printerOptions = z.strictObject({ columns: z.union([z.literal(32), z.literal(48)]).default(48) });

/** Every driver this kiosk ships, by the name `devices.json` uses. */
export function driverFactories(timers: Timers, log: Log, spawnCardHost?: SpawnHost): DriverFactories {
  const transportOf = (address: string): ByteTransport => {
    const parsed = parseTransport(address);
    if (!parsed.ok) throw new Error(parsed.error.message);
    return createTransport(parsed.value, timers);
  };
  return {
    'id-card-reader': {
      'sam-v': ({ transport, options }) => {
        const { decoder } = samOptions.parse(options);
        return new SamIdCardReader({
          transport: transportOf(transport),
          timers,
          decoder: createPortraitDecoder(decoder satisfies PortraitDecoderConfig, timers),
        });
      },
    },
    'social-card-reader': {
      pcsc: ({ id, transport }) => {
        const reader = createSocialCardReader({
          reader: transport.replace(/^pcsc:/, ''),
          timers,
          onRemark: (code) => log.warn('account-number-withheld', { device: id, code }),
          ...(spawnCardHost && { spawnHost: spawnCardHost }),
        });
        if (!reader.ok) throw new Error(reader.error.message);
        return reader.value;
      },
    },
    'pin-pad': {
      xfs4iot: ({ transport, options }) =>
        new PinPadDriver({ address: transport, timers, ...padOptions.parse(options) }),
    },
    'receipt-printer': {
      'esc-pos': ({ transport, options }) =>
        new ReceiptPrinterDriver({
          transport: transportOf(transport),
          timers,
          ...printerOptions.parse(options),
        }),
    },
  };
}
