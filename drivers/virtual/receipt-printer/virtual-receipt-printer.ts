import { createServer, type Server, type Socket } from 'node:net';
import { EscPosParser, type PrinterCommand } from './escpos-parser.ts';
import { PaperRoll, type PrintedPaper, paperText } from './paper-roll.ts';
import { type PrinterFault, statusByte } from './printer-faults.ts';
import { type RealTimeRequest, RealTimeScanner } from './real-time-scanner.ts';
import { drawReceipt } from './receipt-picture.ts';

export interface VirtualReceiptPrinterOptions {
  /** 0 or absent picks a free port on 127.0.0.1; a real printer listens on 9100. */
  readonly port?: number;
  /** Half-width columns: 32 on 58 mm paper, 48 on 80 mm. */
  readonly columns?: 32 | 48;
}

/** One receipt as it left the printer. */
export interface PrintedReceipt {
  readonly png: Uint8Array;
  readonly text: string;
}

const STOPPING: readonly PrinterFault[] = ['cover-open', 'offline', 'unrecoverable-error'];
/** Lines of a receipt that come out before a mid-print fault strikes. */
const LINES_BEFORE_FAULT = 5;
/** Receipts kept for the dev dock. */
const RECEIPTS_KEPT = 20;

/** An ESC/POS printer at the other end of the wire: buffer, print head, knife, sensors. */
export class VirtualReceiptPrinter {
  readonly columns: 32 | 48;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #roll: PaperRoll;
  readonly #faults = new Set<PrinterFault>();
  readonly #papers: PrintedPaper[] = [];
  readonly #listeners = new Set<() => void>();
  /** Commands not yet obeyed, with the connection that may want an answer. */
  #buffer: { readonly command: PrinterCommand; readonly socket: Socket }[] = [];
  #paperOut = false;
  #cutterStuck = false;

  private constructor(server: Server, columns: 32 | 48) {
    this.#server = server;
    this.columns = columns;
    this.#roll = new PaperRoll(columns);
    server.on('connection', (socket) => this.#serve(socket));
  }

  /** Listens on 127.0.0.1; rejects when the port is taken. */
  static async start(options: VirtualReceiptPrinterOptions = {}): Promise<VirtualReceiptPrinter> {
    const server = createServer({ noDelay: true });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(options.port ?? 0, '127.0.0.1', resolve);
    });
    return new VirtualReceiptPrinter(server, options.columns ?? 48);
  }

  get port(): number {
    const address = this.#server.address();
    return typeof address === 'object' && address ? address.port : 0;
  }

  /** The address for a transport. */
  get uri(): string {
    return `tcp://127.0.0.1:${this.port}`;
  }

  get faults(): readonly PrinterFault[] {
    return [...this.#faults];
  }

  /** Whether it has stopped working on its buffer: the red lamp. */
  get stopped(): boolean {
    return this.#paperOut || this.#cutterStuck || STOPPING.some((fault) => this.#faults.has(fault));
  }

  /** Something breaks. */
  setFault(fault: PrinterFault): void {
    this.#faults.add(fault);
    if (fault === 'paper-out') this.#paperOut = true;
    this.#changed();
  }

  /**
   * One thing, or everything, is mended. Who loads paper or frees the knife tears off what hangs out; what is
   * buffered goes on.
   */
  mend(fault?: PrinterFault): void {
    if (this.#paperOut || this.#cutterStuck) this.#roll.tearOff();
    if (fault) this.#faults.delete(fault);
    else this.#faults.clear();
    if (!fault || fault.startsWith('paper-out')) this.#paperOut = false;
    if (!fault || fault === 'cutter-jam') this.#cutterStuck = false;
    this.#work();
    this.#changed();
  }

  /** How many receipts `receipts()` would draw. */
  get receiptCount(): number {
    return this.#papers.length;
  }

  /** Every receipt that was cut off, oldest first. */
  receipts(): readonly PrintedReceipt[] {
    return this.#papers.map((paper) => ({ png: drawReceipt(paper, this.columns), text: paperText(paper) }));
  }

  /** The last receipt as text; empty before the first. */
  text(): string {
    return paperText(this.#papers.at(-1) ?? []);
  }

  /** What hangs out of the slot, printed and not cut. */
  uncutText(): string {
    return paperText(this.#roll.uncut);
  }

  /** Called when a receipt came out or a fault changed. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Pulls every cable; the printer goes on listening. */
  disconnect(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  async close(): Promise<void> {
    this.disconnect();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #serve(socket: Socket): void {
    this.#sockets.add(socket);
    const scanner = new RealTimeScanner();
    const parser = new EscPosParser();
    socket.on('data', (bytes) => {
      for (const item of scanner.scan(bytes)) {
        if (typeof item === 'number') {
          for (const command of parser.push([item])) this.#buffer.push({ command, socket });
        } else this.#answerNow(item, socket, parser);
      }
      this.#work();
    });
    // A broken cable ends in `close`; there is nothing more to do about it here.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#sockets.delete(socket));
  }

  #answerNow(request: RealTimeRequest, socket: Socket, parser: EscPosParser): void {
    if (request.kind === 'clear-buffer') {
      this.#buffer = [];
      parser.clear();
      return;
    }
    // The answer tells the state after what is already in the buffer was worked on.
    this.#work();
    const mechanics = { paperOut: this.#paperOut, cutterStuck: this.#cutterStuck };
    if (request.which >= 1 && request.which <= 4) {
      this.#send(socket, statusByte(request.which, this.#faults, mechanics));
    }
  }

  #send(socket: Socket, byte: number): void {
    if (!this.#faults.has('mute') && socket.writable) socket.write(Uint8Array.of(byte));
  }

  #work(): void {
    while (!this.stopped) {
      const next = this.#buffer.shift();
      if (!next) return;
      this.#obey(next.command, next.socket);
    }
  }

  #obey(command: PrinterCommand, socket: Socket): void {
    if (command.kind === 'transmit-paper-status') {
      this.#send(socket, this.#faults.has('paper-low') ? 0x03 : 0x00);
      return;
    }
    if (command.kind === 'cut' && this.#faults.has('cutter-jam')) {
      this.#cutterStuck = true;
      this.#changed();
      return;
    }
    const paper = this.#roll.obey(command);
    if (paper && paper.length > 0) {
      this.#papers.push(paper);
      if (this.#papers.length > RECEIPTS_KEPT) this.#papers.shift();
      this.#changed();
    }
    if (command.kind === 'feed') this.#strikeMidPrint(socket);
  }

  #strikeMidPrint(socket: Socket): void {
    if (this.#roll.uncut.length < LINES_BEFORE_FAULT) return;
    if (this.#faults.delete('disconnect-mid-print')) socket.destroy();
    if (this.#faults.delete('paper-out-mid-print')) {
      this.#faults.add('paper-out');
      this.#paperOut = true;
      this.#changed();
    }
  }

  #changed(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
