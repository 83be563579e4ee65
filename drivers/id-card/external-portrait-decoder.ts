import { type ChildProcess, spawn } from 'node:child_process';
import type { Timers } from '../../src/ports/clock.ts';
import { type DeviceTrouble, deviceTrouble } from '../../src/ports/device-status.ts';
import type { Portrait, PortraitDecoder } from '../../src/ports/id-card-reader.ts';
import { err, ok, type Result } from '../../src/result.ts';
import { imageKind } from './image-kind.ts';

/** A decoded portrait is 38,862 bytes as BMP (protocols 2.5); ten times that leaves room for any picture kind. */
const MAX_PICTURE_BYTES = 400_000;
/** Decoding takes milliseconds; a program that needs longer hangs. */
const DEADLINE_MS = 3_000;

export interface VendorDecoderConfig {
  /** Absolute path of the vendor's program: 1024 bytes in on stdin, one BMP, JPEG or PNG out on stdout, status 0. */
  readonly program: string;
  readonly args?: readonly string[];
  /** The program's whole environment, e.g. where its licence lies. Ours is not handed on. */
  readonly env?: Readonly<Record<string, string>>;
}

type Outcome = Result<Portrait, DeviceTrouble>;

const refuse = (code: string, message: string): Outcome => err(deviceTrouble(code, message));

/**
 * Calls the vendor's licensed WLT decoder as a program of its own, so that its crash is not ours. Fails with
 * `decoder-missing`, `decoder-timeout`, `decoder-output-limit`, `decoder-failed` or `decoder-bad-output`.
 */
export class ExternalPortraitDecoder implements PortraitDecoder {
  readonly #config: VendorDecoderConfig;
  readonly #timers: Timers;

  constructor(config: VendorDecoderConfig, timers: Timers) {
    this.#config = config;
    this.#timers = timers;
  }

  async decode(wlt: Uint8Array): Promise<Outcome> {
    const { program, args = [], env = {} } = this.#config;
    const child = spawn(program, [...args], { env, stdio: ['pipe', 'pipe', 'ignore'], shell: false });
    const done = new AbortController();
    try {
      return await new Promise<Outcome>((resolve) => {
        collectPicture(child, resolve);
        void this.#timers.sleep(DEADLINE_MS, done.signal).then(() => {
          resolve(refuse('decoder-timeout', `${program}: no picture in ${DEADLINE_MS} ms`));
        });
        // A program that ends without reading makes the pipe fail; its exit status tells more than EPIPE does.
        child.stdin.on('error', () => child.stdin.destroy());
        child.stdin.end(wlt);
      });
    } finally {
      done.abort();
      child.kill('SIGKILL');
    }
  }
}

function collectPicture(child: ChildProcess, resolve: (outcome: Outcome) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  child.stdout?.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > MAX_PICTURE_BYTES) {
      resolve(refuse('decoder-output-limit', `the decoder wrote more than ${MAX_PICTURE_BYTES} bytes`));
      child.stdout?.destroy();
      return;
    }
    chunks.push(chunk);
  });
  child.on('error', (cause) =>
    resolve(refuse('decoder-missing', `the decoder does not start: ${cause.message}`)),
  );
  child.on('close', (status, signal) => {
    if (status !== 0) return resolve(refuse('decoder-failed', `the decoder ended with ${status ?? signal}`));
    const bytes = new Uint8Array(Buffer.concat(chunks));
    const mediaType = imageKind(bytes);
    resolve(
      mediaType
        ? ok({ mediaType, bytes })
        : refuse('decoder-bad-output', 'the decoder wrote no BMP, JPEG or PNG'),
    );
  });
}
