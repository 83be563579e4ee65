import type { MaintenanceThresholds } from '../contracts/configuration/small-documents.ts';
import { THRESHOLDS } from './thresholds.ts';

/** The figures an operator may set, as they hold here. */
export type ThresholdsInForce = Readonly<Record<keyof MaintenanceThresholds, number>>;

/**
 * What operators set over what was shipped. What ends an alarm is never on the wrong side of what raises it: an
 * operator who sets one of the two need not know the other.
 */
export function thresholdsWith(set: MaintenanceThresholds): ThresholdsInForce {
  const stockLow = set.stockLow ?? THRESHOLDS.stockLow;
  const binNearlyFull = set.binNearlyFull ?? THRESHOLDS.binNearlyFull;
  return {
    stockLow,
    stockLowOver: Math.max(stockLow, set.stockLowOver ?? THRESHOLDS.stockLowOver),
    binNearlyFull,
    binNearlyFullOver: Math.min(binNearlyFull, set.binNearlyFullOver ?? THRESHOLDS.binNearlyFullOver),
    oldestWaitingMs: set.oldestWaitingMs ?? THRESHOLDS.oldestWaitingMs,
    maintenanceTooLongMs: set.maintenanceTooLongMs ?? THRESHOLDS.maintenanceTooLongMs,
    deviceDownMs: set.deviceDownMs ?? THRESHOLDS.deviceDownMs,
  };
}
