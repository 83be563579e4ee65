import type { WatchdogNote } from '../../../src/contracts/core-link.ts';
import type { Alarm } from '../../../src/contracts/maintenance/alarm.ts';
import type { Stopwatch } from '../../../src/ports/clock.ts';
import type { AuditTrail } from '../../../src/ports/transactions.ts';
import type { TouchRung, TouchTrouble } from './touch-watch.ts';

/** What a watchdog healed is over when it did not have to act again for so long. Milliseconds. */
const OVER_AFTER = 60 * 60_000;

type Told = Pick<Alarm, 'kind' | 'which' | 'detail'>;

/** What watchdogs did: each act is audited, and stands as an alarm until an hour went by without another. */
export class WatchdogLog {
  readonly #audit: AuditTrail;
  readonly #clock: Stopwatch;
  readonly #acts = new Map<Alarm['kind'], { readonly at: number; readonly detail: string }>();

  constructor(audit: AuditTrail, clock: Stopwatch) {
    this.#audit = audit;
    this.#clock = clock;
  }

  /** The shell replaced a core that was wedged, or a page that was frozen or had grown. */
  shellActed({ watchdog, act, why }: Omit<WatchdogNote, 'kind'>): void {
    this.#audit.record('watchdog-acted', { watchdog, act, detail: why });
    if (watchdog === 'core') this.#noted('core-wedged', why);
    else if (why === 'frozen') this.#noted('screen-frozen', why);
  }

  touchActed(rung: TouchRung, why: TouchTrouble): void {
    this.#audit.record('watchdog-acted', { watchdog: 'touch', act: rung, detail: why });
  }

  /** Core is about to be started anew. */
  memoryActed(bytes: number): void {
    const detail = `${Math.round(bytes / 1_000_000)} MB`;
    this.#audit.record('watchdog-acted', { watchdog: 'memory', act: 'restart-core', detail });
  }

  /** For the alarms; `touch` as the touch watch finds it now. */
  told(touch: { readonly why: TouchTrouble } | null): Told[] {
    const recent = [...this.#acts].filter(([, { at }]) => this.#clock.elapsed() - at < OVER_AFTER);
    return [
      ...recent.map(([kind, { detail }]): Told => ({ kind, which: null, detail })),
      ...(touch ? [{ kind: 'touch-dead' as const, which: null, detail: touch.why }] : []),
    ];
  }

  #noted(kind: Alarm['kind'], detail: string): void {
    this.#acts.set(kind, { at: this.#clock.elapsed(), detail });
  }
}
