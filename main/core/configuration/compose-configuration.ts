import type { KioskPlace } from '../../../src/configuration/admit-document.ts';
import type { ServiceId } from '../../../src/contracts/service.ts';
import type { AuditTrail } from '../../../src/ports/transactions.ts';
import type { KioskParts } from '../kiosk-parts.ts';
import { ConfigurationKeeper } from './configuration-keeper.ts';
import { devicesWithDefaults } from './devices-with-defaults.ts';
import { asShipped, type RunningConfiguration } from './running-configuration.ts';
import { hearSessions } from './session-ends.ts';
import { endsOnPurpose } from './trial-starts.ts';

/** Configuration from the centre; absent in a kiosk that knows no root of trust. */
export interface ConfigurationParts {
  /** As `loadRunning` found it. */
  readonly running: RunningConfiguration;
  /** Text of the signed root the software was shipped with. */
  readonly shippedRoot: string;
  /** What this kiosk is; null: documents for some regions or models alone are not for it. */
  readonly place: KioskPlace | null;
}

export interface KioskConfiguration {
  readonly running: RunningConfiguration;
  /** The kiosk's parts with what runs in place of what was shipped; its restarts are meant. */
  readonly parts: KioskParts;
  /** For flows: what sessions leave for the replay is heard. */
  readonly audit: AuditTrail;
  /** Emergency off, at this moment: a resident who is inside such a service finishes it. */
  closedByCentre(): ReadonlySet<ServiceId>;
  /** A view was shown, an assignment came: something may be applied now. */
  look(): void;
  run(signal: AbortSignal): Promise<void>;
}

/** What this core runs, and what changes it. `free`: no resident, no technician at work, no card in motion. */
export function composeConfiguration(given: KioskParts, free: () => boolean): KioskConfiguration {
  const { store, timers } = given;
  const running = given.configuration?.running ?? asShipped(given.policy, given.directory);
  const restart = () => {
    endsOnPurpose(store);
    given.restart();
  };
  const keeper = given.configuration ? new ConfigurationKeeper({ store, timers, free, restart }) : null;
  return {
    running,
    parts: {
      ...given,
      policy: running.policy,
      directory: running.directory,
      devices: devicesWithDefaults(given.devices, running.deviceDefaults),
      restart,
    },
    audit: keeper ? hearSessions(store.audit, (facts) => keeper.sessionEnded(facts)) : store.audit,
    closedByCentre: () =>
      new Set(store.configuration.assignments.newest()?.closedServices.map(({ service }) => service)),
    look: () => keeper?.look(),
    run: async (signal) => keeper?.run(signal),
  };
}
