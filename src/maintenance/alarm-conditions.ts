import type { Alarm, AlarmKind } from '../contracts/maintenance/alarm.ts';
import type { DeviceFact, KioskFacts } from './kiosk-facts.ts';
import { THRESHOLDS } from './thresholds.ts';

/** What alarms are judged by; a part of what a readiness report is made of, and what watchdogs say. */
export interface AlarmFacts
  extends Pick<
    KioskFacts,
    | 'now'
    | 'devices'
    | 'stack'
    | 'bins'
    | 'paper'
    | 'queue'
    | 'cardsOutOfSight'
    | 'violated'
    | 'clock'
    | 'disk'
    | 'memory'
    | 'touch'
    | 'cabinet'
    | 'assigned'
    | 'thresholds'
  > {
  /** What a watchdog has to heal now: core, screen. */
  readonly watchdogs: readonly Pick<Alarm, 'kind' | 'which' | 'detail'>[];
  readonly lockedOut: readonly string[];
  /** A technician is at work since. */
  readonly maintenanceSince: number | null;
}

/** `holds` null: it cannot be told now. */
export interface Condition {
  readonly kind: AlarmKind;
  readonly which: string | null;
  readonly holds: boolean | null;
  readonly detail: string | null;
}

/** Whether an alarm of this kind stands: then the figure that ends it counts, not the one that raised it. */
type Stands = (kind: AlarmKind, which: string | null) => boolean;

/** Every condition there is, whether it holds or not. A device that is no longer fitted has none. */
export const conditionsOf = (facts: AlarmFacts, stands: Stands): readonly Condition[] => [
  ...facts.devices.flatMap((device) => deviceConditions(device, facts)),
  ...stackConditions(facts, stands),
  ...binConditions(facts, stands),
  ...paperConditions(facts),
  ...machineConditions(facts, stands),
  ...cabinetConditions(facts),
  ...screenConditions(facts),
  ...configurationConditions(facts),
  condition('cards-out-of-sight', facts.cardsOutOfSight > 0, `cards ${facts.cardsOutOfSight}`),
  condition('invariant-violated', facts.violated !== null, facts.violated),
  condition('dead-letters', facts.queue.deadLetters > 0, `letters ${facts.queue.deadLetters}`),
  ...facts.lockedOut.map((technician) => condition('technician-locked-out', true, null, technician)),
  condition(
    'maintenance-too-long',
    facts.maintenanceSince !== null &&
      facts.now - facts.maintenanceSince > facts.thresholds.maintenanceTooLongMs,
    null,
  ),
];

const condition = (
  kind: AlarmKind,
  holds: boolean | null,
  detail: string | null,
  which: string | null = null,
): Condition => ({ kind, which, holds, detail });

function deviceConditions(device: DeviceFact, { now, thresholds }: AlarmFacts): Condition[] {
  const { state, since, code } = device;
  const fine = state === 'online' || state === 'deviceBusy';
  const long = !device.recovering || (since !== null && now - since >= thresholds.deviceDownMs);
  const down = state === 'starting' ? null : !fine && long;
  const detail = code === null ? state : `${state} ${code}`;
  return [
    // Between two tries of the ladder nobody knows; it was down and is not up yet.
    condition('device-down', down === false && !fine ? null : down, detail.slice(0, 120), device.device),
    condition('device-failing', fine ? device.failing : null, null, device.device),
  ];
}

function stackConditions({ stack, thresholds }: AlarmFacts, stands: Stands): Condition[] {
  if (!stack.ok) return [condition('stock-low', null, null), condition('stock-empty', null, null)];
  if (stack.value === null) return [];
  const { ledger, sensor } = stack.value;
  const low = stands('stock-low', null) ? thresholds.stockLowOver : thresholds.stockLow;
  const empty = ledger === 0 || sensor === 'empty';
  const detail = `blanks ${ledger} of ${thresholds.stockLow}`;
  return [
    condition('stock-low', !empty && (ledger < low || sensor === 'low'), detail),
    condition('stock-empty', empty, detail),
  ];
}

function binConditions({ bins, thresholds }: AlarmFacts, stands: Stands): Condition[] {
  const { binCapacity } = THRESHOLDS;
  const { binNearlyFull, binNearlyFullOver } = thresholds;
  if (!bins.ok)
    return (['issuer', 'acceptor'] as const).flatMap((bin) => [
      condition('bin-nearly-full', null, null, bin),
      condition('bin-full', null, null, bin),
    ]);
  return bins.value.flatMap(({ bin, ledger, sensor }) => {
    const full = sensor === 'full' || ledger >= binCapacity;
    const share = stands('bin-nearly-full', bin) ? binNearlyFullOver : binNearlyFull;
    const detail = `cards ${ledger} of ${binCapacity}`;
    return [
      condition('bin-nearly-full', !full && ledger >= binCapacity * share, detail, bin),
      condition('bin-full', full, detail, bin),
    ];
  });
}

function paperConditions({ paper }: AlarmFacts): Condition[] {
  if (!paper.ok) return [condition('paper-low', null, null), condition('paper-out', null, null)];
  if (paper.value === null) return [];
  return [
    condition('paper-low', paper.value.paper === 'low', null),
    condition('paper-out', paper.value.paper === 'out', null),
  ];
}

function machineConditions({ disk, clock, memory }: AlarmFacts, stands: Stands): Condition[] {
  const diskLow = stands('disk-low', null) ? THRESHOLDS.diskLowOver : THRESHOLDS.diskLow;
  const clockOff = stands('clock-off', null) ? THRESHOLDS.clockOffOverMs : THRESHOLDS.clockOffMs;
  const growth = stands('memory-growing', null) ? THRESHOLDS.memoryGrowthOver : THRESHOLDS.memoryGrowth;
  const megabytes = (bytes: number) => Math.round(bytes / (1024 * 1024));
  return [
    disk.ok
      ? condition('disk-low', disk.value.freeBytes < diskLow, `free ${megabytes(disk.value.freeBytes)} MB`)
      : condition('disk-low', null, null),
    clock === null
      ? condition('clock-off', null, null)
      : condition(
          'clock-off',
          Math.abs(clock.offsetMs) - clock.withinMs > clockOff,
          `off ${Math.round(clock.offsetMs)} ms`,
        ),
    condition(
      'memory-growing',
      memory.coreBytes > THRESHOLDS.memoryHigh || (memory.growth === null ? null : memory.growth > growth),
      `core ${megabytes(memory.coreBytes)} MB`,
    ),
  ];
}

function cabinetConditions({ cabinet, maintenanceSince }: AlarmFacts): Condition[] {
  if (!cabinet.ok) return [condition('on-battery', null, null), condition('door-open', null, null)];
  if (cabinet.value === null) return [];
  const { power, door, batteryPercent } = cabinet.value;
  const battery = batteryPercent === null ? null : `battery ${batteryPercent} %`;
  return [
    condition('on-battery', power === null ? null : power === 'battery', battery),
    // A technician who was let in has it open.
    condition('door-open', door === null ? null : door === 'open' && maintenanceSince === null, null),
  ];
}

function screenConditions({ touch, watchdogs, now }: AlarmFacts): Condition[] {
  const told = (kind: AlarmKind) => watchdogs.some((one) => one.kind === kind);
  const own: Condition[] = [];
  if (touch !== null) {
    const pageSilent = now - (touch.pageAt ?? touch.since) > THRESHOLDS.pageSilentMs;
    const untouched = now - (touch.lastTouch ?? touch.since) > THRESHOLDS.touchSilentMs;
    if (!told('screen-frozen')) own.push(condition('screen-frozen', pageSilent, null));
    if (!told('touch-dead')) own.push(condition('touch-dead', pageSilent ? null : untouched, null));
  }
  return [...own, ...watchdogs.map(({ kind, which, detail }) => condition(kind, true, detail, which))];
}

/** INV-7: what runs goes on; that something else does not is for operators to see. */
function configurationConditions({ assigned }: AlarmFacts): Condition[] {
  if (assigned === null) return [];
  const { state, trouble, newest, frozenSince } = assigned;
  const refused = state === 'refused' || state === 'returned';
  return [
    condition('configuration-refused', refused, `assignment ${newest} ${trouble ?? state}`),
    condition('configuration-frozen', frozenSince !== null, `assignment ${newest}`),
  ];
}
