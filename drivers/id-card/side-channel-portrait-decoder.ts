import type { Timers } from '../../src/ports/clock.ts';
import { type DeviceTrouble, deviceTrouble } from '../../src/ports/device-status.ts';
import type { Portrait, PortraitDecoder } from '../../src/ports/id-card-reader.ts';
import { err, ok, type Result } from '../../src/result.ts';
import { TcpTransport } from '../transport/tcp-transport.ts';
import { imageKind } from './image-kind.ts';
import { PictureCollector, portraitKey } from './portrait-channel.ts';

/** The reader has the picture ready: it only has to cross a local wire. */
const DEADLINE_MS = 2_000;

type Outcome = Result<Portrait, DeviceTrouble>;

const refuse = (code: string, message: string): Outcome => err(deviceTrouble(code, message));

/**
 * Fetches the picture that a decoding reader has already made, over a second TCP port. One connection a picture.
 * Fails with `decoder-timeout`, `decoder-output-limit`, `decoder-unknown-picture`, `decoder-bad-output` or a
 * transport's code.
 */
export class SideChannelPortraitDecoder implements PortraitDecoder {
  readonly #host: string;
  readonly #port: number;
  readonly #timers: Timers;

  constructor(host: string, port: number, timers: Timers) {
    this.#host = host;
    this.#port = port;
    this.#timers = timers;
  }

  async decode(wlt: Uint8Array): Promise<Outcome> {
    const transport = new TcpTransport(this.#host, this.#port, this.#timers);
    const opened = await transport.open();
    if (!opened.ok) return opened;
    const done = new AbortController();
    try {
      return await new Promise<Outcome>((resolve) => {
        const collector = new PictureCollector();
        transport.onData((chunk) => {
          const picture = collector.push(chunk);
          if (picture) resolve(toPortrait(picture));
        });
        transport.onClose((trouble) => resolve(err(trouble)));
        void this.#timers.sleep(DEADLINE_MS, done.signal).then(() => {
          resolve(refuse('decoder-timeout', `no picture in ${DEADLINE_MS} ms`));
        });
        void transport.write(portraitKey(wlt)).then((written) => {
          if (!written.ok) resolve(written);
        });
      });
    } finally {
      done.abort();
      await transport.close();
    }
  }
}

function toPortrait(picture: Uint8Array | 'too-long'): Outcome {
  if (picture === 'too-long')
    return refuse('decoder-output-limit', 'the reader announces more than a portrait');
  if (picture.length === 0)
    return refuse('decoder-unknown-picture', 'the reader has no picture for these bytes');
  const mediaType = imageKind(picture);
  return mediaType
    ? ok({ mediaType, bytes: picture })
    : refuse('decoder-bad-output', 'the reader sent no BMP, JPEG or PNG');
}
