import type { ActBy } from '../../main/core/maintenance/custody-words.ts';
import { blankInMemory } from '../matrix/world/blank-chip.ts';
import { BLANKS, type Machines } from '../matrix/world/machines.ts';
import type { SimulatedKiosk } from './simulated-kiosk.ts';

interface TechnicianParts {
  readonly kiosk: SimulatedKiosk;
  readonly machines: Machines;
  readonly note: (words: string) => void;
}

/** With fewer blanks than this in the stack a technician brings more. */
const LOW_STACK = 200;
const REFILL = 200;

type Act = (by: ActBy, acts: NonNullable<SimulatedKiosk['core']>['custodyActs']) => { readonly ok: boolean };

/** Who empties bins, loads blanks and counts the stack: late, and sometimes wrong; whom the power stops goes on later. */
export class Technician {
  readonly #parts: TechnicianParts;
  #waiting: { readonly by: ActBy; readonly act: Act }[] = [];
  #acts = 0;
  #loaded = BLANKS;
  #called: number | null = null;
  /** Cards that were taken out of the bins. */
  readonly emptied = { issuer: 0, acceptor: 0 };

  constructor(parts: TechnicianParts) {
    this.#parts = parts;
  }

  /** Comes when nobody is served next, and miscounts by so many. */
  called(miscounts: number): void {
    this.#called = miscounts;
  }

  get isCalled(): boolean {
    return this.#called !== null || this.#waiting.length > 0;
  }

  /** The power stopped them half way: they stand before the kiosk until they are through. */
  get isAtWork(): boolean {
    return this.#waiting.length > 0;
  }

  comes(): void {
    const { kiosk, machines, note } = this.#parts;
    if (this.#called !== null) {
      // A card in a machine is still being given back: they wait before they open it.
      if (machines.acceptor.card !== null || machines.issuer.card !== null) return;
      note('a technician comes');
      this.#plan(this.#called);
      this.#called = null;
    }
    for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
      const { core, life } = kiosk;
      if (!core || !life || !kiosk.idle) return;
      const { by, act } = next;
      let done = false;
      life.do(() => {
        done = act(by, core.custodyActs).ok;
      });
      // Stopped by the power or by somebody who is being served: the same act again, under the same name.
      if (!done) return;
      note(`technician: ${by.act} is done`);
      this.#waiting.shift();
    }
  }

  #plan(miscounts: number): void {
    const { issuer, acceptor } = this.#parts.machines;
    const counted = (real: number) => Math.max(0, real + miscounts);
    const rejected = issuer.emptyBin().length;
    const kept = acceptor.emptyBin().length;
    this.emptied.issuer += rejected;
    this.emptied.acceptor += kept;
    this.#ask('empty', (by, acts) => acts.emptyBin(by, 'issuer', counted(rejected)));
    this.#ask('empty', (by, acts) => acts.emptyBin(by, 'acceptor', counted(kept)));
    if (issuer.stack.length < LOW_STACK) {
      for (let blank = 1; blank <= REFILL; blank += 1) issuer.stack.push(blankInMemory(this.#loaded + blank));
      this.#loaded += REFILL;
      this.#ask('load', (by, acts) => acts.loadBlanks(by, Math.max(1, REFILL + miscounts)));
    }
    this.#ask('count', (by, acts) => acts.countStack(by, issuer.stack.length));
  }

  #ask(what: string, act: Act): void {
    this.#acts += 1;
    const name = `${what}-${String(this.#acts).padStart(8, '0')}`;
    this.#waiting.push({ by: { act: name, technician: 'T-7' }, act });
  }
}
