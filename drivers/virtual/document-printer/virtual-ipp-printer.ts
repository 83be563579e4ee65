import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { IPP_GROUP, type IppMessage, parseIppMessage, valuesOf } from '../../document-printer/ipp-message.ts';
import { type AnswerGroup, encodeAnswer } from './ipp-answer.ts';
import { printerAttributes } from './printer-attributes.ts';
import type { IppPrinterFault } from './printer-faults.ts';
import { type PrintedPdf, VirtualJob } from './virtual-job.ts';

export interface VirtualIppPrinterOptions {
  /** 0 or absent picks a free port on 127.0.0.1; a real printer listens on 631. */
  readonly port?: number;
  /** The last part of its address. */
  readonly name?: string;
  /** Whether it can print this; a job it can't is aborted. */
  readonly takes?: (pdf: Uint8Array) => boolean;
}

const OPERATION = {
  print: 0x02,
  validate: 0x04,
  cancel: 0x08,
  job: 0x09,
  jobs: 0x0a,
  printer: 0x0b,
} as const;
const OK = 0x0000;
const NOT_POSSIBLE = 0x0404;
const NOT_FOUND = 0x0406;
const FORMAT_NOT_SUPPORTED = 0x040a;
const OPERATION_NOT_SUPPORTED = 0x0501;
/** Documents kept for tests and the dev dock. */
const PRINTED_KEPT = 20;

/** A printer at the other end of the wire: IPP over HTTP (RFC 8010), a queue, sensors, and what came out. */
export class VirtualIppPrinter {
  readonly port: number;
  readonly #options: VirtualIppPrinterOptions;
  readonly #server: Server;
  readonly #faults = new Set<IppPrinterFault>();
  readonly #printed: PrintedPdf[] = [];
  readonly #listeners = new Set<() => void>();
  #jobs: VirtualJob[] = [];
  #lastJob = 0;

  private constructor(server: Server, port: number, options: VirtualIppPrinterOptions) {
    this.#server = server;
    this.port = port;
    this.#options = options;
    server.on('request', (request, response) => this.#serve(request, response));
  }

  /** Listens on 127.0.0.1; rejects when the port is taken. */
  static async start(options: VirtualIppPrinterOptions = {}): Promise<VirtualIppPrinter> {
    const server = createServer({ keepAlive: false });
    return new VirtualIppPrinter(server, await listen(server, options.port ?? 0), options);
  }

  /** The address for a driver or a queue. */
  get uri(): string {
    return `ipp://127.0.0.1:${this.port}/printers/${this.#options.name ?? 'document'}`;
  }

  /** Every document that came out, oldest first. */
  get printed(): readonly PrintedPdf[] {
    return this.#printed;
  }

  /** How many documents it still holds: nobody's data may stay here. */
  get held(): number {
    return this.#jobs.filter((job) => job.data !== null).length;
  }

  get faults(): readonly IppPrinterFault[] {
    return [...this.#faults];
  }

  /** Something breaks. */
  async setFault(fault: IppPrinterFault): Promise<void> {
    this.#faults.add(fault);
    if (fault === 'refuses-connection') await this.#stopListening();
    this.#changed();
  }

  /** One thing, or everything, is mended. */
  async mend(fault?: IppPrinterFault): Promise<void> {
    if (fault) this.#faults.delete(fault);
    else this.#faults.clear();
    if (!this.#faults.has('refuses-connection') && !this.#server.listening)
      await listen(this.#server, this.port);
    this.#changed();
  }

  /** Called when a request came, a document came out or a fault changed. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    await this.#stopListening();
  }

  async #stopListening(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    await closed;
  }

  #serve(request: IncomingMessage, response: ServerResponse): void {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const answer = this.#answerTo(Buffer.concat(parts));
      this.#changed();
      if (answer) response.writeHead(200, { 'Content-Type': 'application/ipp' }).end(answer);
    });
  }

  /** Null where it stays silent. */
  #answerTo(bytes: Buffer): Buffer | null {
    if (this.#faults.has('mute')) return null;
    if (this.#faults.has('nonsense-answer')) return Buffer.from('ffff0000ffffffff34fffffffe00', 'hex');
    const request = parseIppMessage(bytes);
    if (!request.ok) return encodeAnswer(0x0400, 0, []);
    const { status = OK, groups = [] } = this.#obey(request.value);
    if (request.value.code === OPERATION.print && this.#faults.delete('mute-after-submit')) return null;
    return encodeAnswer(status, request.value.requestId, groups);
  }

  #obey(request: IppMessage): { readonly status?: number; readonly groups?: readonly AnswerGroup[] } {
    switch (request.code) {
      case OPERATION.printer:
        return { groups: [printerAttributes(this.uri, this.#faults, Object.values(OPERATION))] };
      case OPERATION.validate:
        return {};
      case OPERATION.print:
        return this.#take(request);
      case OPERATION.jobs:
        return { groups: this.#jobs.filter((job) => !job.over).map((job) => job.answer(this.uri)) };
      case OPERATION.job:
      case OPERATION.cancel: {
        const job = this.#jobs.find(({ id }) => id === jobNumber(request));
        if (!job) return { status: NOT_FOUND };
        return request.code === OPERATION.job ? this.#look(job) : cancel(job);
      }
      default:
        return { status: OPERATION_NOT_SUPPORTED };
    }
  }

  #take(request: IppMessage) {
    const text = (name: string) => String(valuesOf(request, IPP_GROUP.operation, name)[0] ?? '');
    const pdf = Uint8Array.from(request.data);
    if (!isPdf(pdf)) return { status: FORMAT_NOT_SUPPORTED };
    this.#lastJob += 1;
    const job = new VirtualJob(this.#lastJob, {
      pdf,
      title: text('job-name'),
      user: text('requesting-user-name'),
    });
    if (this.#options.takes?.(pdf) === false) job.abort('document-unprintable-error');
    this.#jobs = [...this.#jobs.slice(1 - PRINTED_KEPT), job];
    return { groups: [job.answer(this.uri)] };
  }

  #look(job: VirtualJob) {
    const printed = job.work(this.#faults);
    if (printed) this.#printed.push(printed);
    if (this.#printed.length > PRINTED_KEPT) this.#printed.shift();
    return { groups: [job.answer(this.uri)] };
  }

  #changed(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

/** By the bytes: a raw CUPS queue calls everything `application/octet-stream`. */
const isPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';

function cancel(job: VirtualJob) {
  if (job.over) return { status: NOT_POSSIBLE };
  job.cancel();
  return {};
}

/** By number, or by the address that the answer to Print-Job gave. */
function jobNumber(request: IppMessage): number {
  const id = valuesOf(request, IPP_GROUP.operation, 'job-id')[0];
  if (typeof id === 'number') return id;
  const uri = String(valuesOf(request, IPP_GROUP.operation, 'job-uri')[0] ?? '');
  return Number(uri.slice(uri.lastIndexOf('/') + 1));
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}
