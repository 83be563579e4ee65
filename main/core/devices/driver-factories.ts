import { z } from 'zod';
import { FramedCabinetBoard } from '../../../drivers/cabinet-board/framed-cabinet-board.ts';
import { CrtCardAcceptor } from '../../../drivers/card-acceptor/crt-card-acceptor.ts';
import { IppCardFacePrinter } from '../../../drivers/card-face-printer/ipp-card-face-printer.ts';
import { CrtCardIssuer } from '../../../drivers/card-issuer/crt-card-issuer.ts';
import { LineCodeScanner } from '../../../drivers/code-scanner/line-code-scanner.ts';
import { IppDocumentPrinter } from '../../../drivers/document-printer/ipp-document-printer.ts';
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

/** `commissionedStock`: blanks in the stack when the machine was first put into service; the ledger counts from there. */
export const issuerOptions = z.strictObject({ commissionedStock: z.number().int().nonnegative().default(0) });

const fontFace = z.strictObject({ path: z.string().min(1), postscriptName: z.string().min(1) });
const printerQueueOptions = z.strictObject({
  /** Noto Sans CJK SC of the system where left out. */
  font: z.strictObject({ regular: fontFace, bold: fontFace }).optional(),
  user: z.string().min(1).optional(),
});

/** Every driver this kiosk ships, by the name `devices.json` uses. */
export function driverFactories(timers: Timers, log: Log, spawnCardHost?: SpawnHost): DriverFactories {
  const transportOf = (address: string): ByteTransport => {
    const parsed = parseTransport(address);
    if (!parsed.ok) throw new Error(parsed.error.message);
    return createTransport(parsed.value, timers);
  };
  const remark = (device: string) => (code: string) => log.warn('account-number-withheld', { device, code });
  const ippOptions = (address: string, options: unknown) => {
    const { font, user } = printerQueueOptions.parse(options);
    return { address, timers, ...(font && { font }), ...(user !== undefined && { user }) };
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
          onRemark: remark(id),
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
    'card-acceptor': {
      crt: ({ id, transport }) =>
        new CrtCardAcceptor({ transport: transportOf(transport), timers, onRemark: remark(id) }),
    },
    'card-issuer': {
      'crt-591': ({ id, transport, options }) => {
        issuerOptions.parse(options);
        return new CrtCardIssuer({ transport: transportOf(transport), timers, onRemark: remark(id) });
      },
    },
    'card-face-printer': {
      ipp: ({ transport, options }) => new IppCardFacePrinter(ippOptions(transport, options)),
    },
    'document-printer': {
      ipp: ({ transport, options }) => new IppDocumentPrinter(ippOptions(transport, options)),
    },
    'code-scanner': {
      lines: ({ transport }) => new LineCodeScanner({ transport: transportOf(transport), timers }),
    },
    'cabinet-board': {
      framed: ({ transport }) => new FramedCabinetBoard({ transport: transportOf(transport), timers }),
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
