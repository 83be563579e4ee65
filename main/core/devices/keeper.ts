import type { Timers } from '../../../src/ports/clock.ts';
import {
  type DeviceState,
  type DeviceTrouble,
  deviceTrouble,
  type ManagedDevice,
} from '../../../src/ports/device-status.ts';
import { err, type Result } from '../../../src/result.ts';
import { Bell } from '../sync/bell.ts';
import { CallDeadline } from './call-deadline.ts';
import { type DeviceCounting, notCounted } from './device-counting.ts';
import { isOutOfService, type LadderAct, rungAfter } from './ladder.ts';

/** Milliseconds between two probes of an idle device that is well. */
const PROBE_EVERY_MS = 5_000;
/** A technician has it in the hand: nobody opens it or asks it anything. */
const SET_ASIDE = deviceTrouble('removed-for-replacement', 'the device is being replaced');
/** The line stays down this long in a soft reset, so that the device notices. Milliseconds. */
const RESET_REST_MS = 2_000;

export interface KeeperReport {
  readonly state: DeviceState;
  readonly trouble: DeviceTrouble | null;
  readonly recovering: boolean;
  /** The rung that is tried next, when (milliseconds since the epoch), and how many failed; null while it is well. */
  readonly ladder: { readonly act: LadderAct; readonly failures: number; readonly nextAt: number } | null;
  /** In this state since, milliseconds since the epoch. */
  readonly since: number;
}

export interface KeeperOptions {
  readonly device: ManagedDevice;
  readonly timers: Timers;
  /** The state or the trouble changed. */
  readonly onReport: (report: KeeperReport, act: LadderAct | null) => void;
  readonly stateOfTrouble: (code: string) => DeviceState;
  readonly counting?: DeviceCounting;
  /** The ladder asks for a new core; the owner decides whether and when. */
  readonly askCoreRestart: () => void;
}

/** Keeps one device alive: opens it, probes it while nobody uses it, and climbs the ladder when it fails. */
export class Keeper {
  readonly #options: KeeperOptions;
  readonly #bell = new Bell();
  readonly #deadline: CallDeadline;
  readonly #counting: DeviceCounting;
  #report: KeeperReport;
  #trouble: DeviceTrouble | null = null;
  #leases = 0;
  #aside = 0;
  /** The call to the device that is under way. */
  #call: Promise<unknown> = Promise.resolve();
  #climbNow = false;

  constructor(options: KeeperOptions) {
    this.#options = options;
    this.#deadline = new CallDeadline(options.timers);
    this.#counting = options.counting ?? notCounted;
    const since = options.timers.now();
    this.#report = { state: 'starting', trouble: null, recovering: true, ladder: null, since };
  }

  get report(): KeeperReport {
    return this.#report;
  }

  /** While a lease is held no probe disturbs the device. Returns the way to give it back, once. */
  lease(): () => void {
    this.#leases += 1;
    let held = true;
    return () => {
      if (held) this.#leases -= 1;
      held = false;
    };
  }

  /** A user of the device met trouble: the ladder starts at once. */
  troubleMet(trouble: DeviceTrouble): void {
    if (this.#trouble || this.#report.state !== 'online') return;
    this.#trouble = trouble;
    this.#publish(
      { state: this.#options.stateOfTrouble(trouble.code), trouble, recovering: true, ladder: null },
      null,
    );
    this.#bell.ring();
  }

  /** Lets go of the device and leaves it alone, until what this returns was called, once. */
  async setAside(): Promise<() => void> {
    this.#aside += 1;
    const giveBack = this.lease();
    this.troubleMet(SET_ASIDE);
    await this.#call;
    await this.#options.device.close();
    let aside = true;
    return () => {
      if (aside) this.#aside -= 1;
      aside = false;
      giveBack();
      this.nudge();
      this.#bell.ring();
    };
  }

  /** Try now instead of later: a resident arrived, or something was plugged in. */
  nudge(): void {
    if (this.#report.state === 'online') return;
    this.#climbNow = true;
    this.#bell.ring();
  }

  /** Until the signal fires; then the device is let go. */
  async run(signal: AbortSignal): Promise<void> {
    const { device, timers } = this.#options;
    const first = await this.#within(device.open(), signal);
    if (first.ok && this.#aside === 0) this.#well();
    else this.#trouble = first.ok ? SET_ASIDE : first.error;
    while (!signal.aborted) {
      if (this.#trouble) await this.#climb(this.#trouble, signal);
      else await this.#bell.wait(timers, PROBE_EVERY_MS, signal);
      if (signal.aborted || this.#trouble || this.#leases > 0) continue;
      const probe = await this.#within(device.probe(), signal);
      if (probe.ok) this.#counting.success();
      else this.#trouble = probe.error;
    }
    await device.close();
  }

  async #climb(met: DeviceTrouble, signal: AbortSignal): Promise<void> {
    const { stateOfTrouble, timers } = this.#options;
    let trouble = met;
    if (met !== SET_ASIDE) this.#counting.fault(met.code);
    for (let failures = 0; !signal.aborted; failures += 1) {
      const rung = rungAfter(failures);
      const recovering = !isOutOfService(failures);
      const ladder = { act: rung.act, failures, nextAt: timers.now() + rung.afterMs };
      this.#publish({ state: stateOfTrouble(trouble.code), trouble, recovering, ladder }, rung.act);
      await this.#waitOrNudge(rung.afterMs, signal);
      while (this.#aside > 0 && !signal.aborted) await this.#bell.wait(timers, PROBE_EVERY_MS, signal);
      if (signal.aborted) return;
      const result = await this.#try(rung.act, signal);
      if (result.ok && this.#aside === 0) {
        this.#well();
        return;
      }
      trouble = result.ok ? SET_ASIDE : result.error;
    }
  }

  async #waitOrNudge(ms: number, signal: AbortSignal): Promise<void> {
    const until = this.#options.timers.elapsed() + ms;
    while (!this.#climbNow && !signal.aborted) {
      const left = until - this.#options.timers.elapsed();
      if (left <= 0) break;
      await this.#bell.wait(this.#options.timers, left, signal);
    }
    this.#climbNow = false;
  }

  async #try(act: LadderAct, signal: AbortSignal): Promise<Result<void, DeviceTrouble>> {
    const { device, timers } = this.#options;
    this.#counting.retry(act);
    if (act === 'retry') return this.#within(device.probe(), signal);
    if (act === 'ask-core-restart') this.#options.askCoreRestart();
    await this.#within(
      device.close().then(() => ({ ok: true, value: undefined }) as const),
      signal,
    );
    if (act === 'soft-reset') await timers.sleep(RESET_REST_MS, signal);
    const opened = await this.#within(device.open(), signal);
    return opened.ok ? this.#within(device.probe(), signal) : opened;
  }

  /** A driver must answer; a thrown error is trouble of this device, not the end of the core. */
  async #within(
    call: Promise<Result<void, DeviceTrouble>>,
    signal: AbortSignal,
  ): Promise<Result<void, DeviceTrouble>> {
    const guarded = call.catch((error: unknown) =>
      err(deviceTrouble('driver-failed', error instanceof Error ? error.name : 'unknown')),
    );
    this.#call = guarded;
    return this.#deadline.within(
      guarded,
      () => err(deviceTrouble('driver-timeout', 'the driver did not answer')),
      signal,
    );
  }

  #well(): void {
    this.#trouble = null;
    this.#climbNow = false;
    this.#counting.success();
    this.#publish({ state: 'online', trouble: null, recovering: false, ladder: null }, null);
  }

  #publish(now: Omit<KeeperReport, 'since'>, act: LadderAct | null): void {
    const before = this.#report;
    const since = before.state === now.state ? before.since : this.#options.timers.now();
    const report = { ...now, since };
    this.#report = report;
    const same =
      before.state === report.state &&
      before.trouble?.code === report.trouble?.code &&
      before.recovering === report.recovering;
    if (!same || act !== null) this.#options.onReport(report, act);
  }
}
