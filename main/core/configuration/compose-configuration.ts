import type { KioskPlace } from '../../../src/configuration/admit-document.ts';
import type { ServiceId } from '../../../src/contracts/service.ts';
import type { AssignedFact } from '../../../src/maintenance/kiosk-facts.ts';
import type { ReceiptCodes } from '../../../src/ports/receipt-codes.ts';
import type { AuditTrail } from '../../../src/ports/transactions.ts';
import type { KioskParts } from '../kiosk-parts.ts';
import type { MaintenanceParts } from '../maintenance/compose-maintenance.ts';
import { createReceiptCodes } from '../receipt-codes/create-receipt-codes.ts';
import { ConfigurationKeeper } from './configuration-keeper.ts';
import { ConfigurationUpdater } from './configuration-updater.ts';
import { devicesWithDefaults } from './devices-with-defaults.ts';
import { asShipped, type RunningConfiguration } from './running-configuration.ts';
import { hearSessions } from './session-ends.ts';
import { endsOnPurpose } from './trial-starts.ts';
import type { UpdaterOptions } from './updater-options.ts';

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
  /** Signs receipts and checks them, under the root this kiosk stands on. */
  readonly receiptCodes: ReceiptCodes;
  /** Last second of the certificate those are signed under; null: there is none. */
  certificateEndsAt(): number | null;
  /** A view was shown, an assignment came: something may be applied now. */
  look(): void;
  /** Begins to ask the centre, once there is one to ask. */
  listen(centre: CentreOfConfiguration): void;
  /** For the readiness page; null in a kiosk that is given none. */
  assigned(): AssignedFact | null;
  run(signal: AbortSignal): Promise<void>;
}

/** What the updater works with, and who hears of what it brings. */
export interface CentreOfConfiguration extends Pick<UpdaterOptions, 'client' | 'linkUp' | 'onOrder'> {
  /** Tiles may be others now. */
  readonly changed: () => void;
}

/** What this core runs, and what changes it. `free`: no resident, no technician at work, no card in motion. */
export function composeConfiguration(given: KioskParts, free: () => boolean): KioskConfiguration {
  const { store, timers, entropy, log } = given;
  const running = given.configuration?.running ?? asShipped(given.policy, given.directory);
  const restart = () => {
    endsOnPurpose(store);
    given.restart();
  };
  const own = given.configuration;
  const keeper = own ? new ConfigurationKeeper({ store, timers, free, restart }) : null;
  let updater: ConfigurationUpdater | null = null;
  const receiptCodes = createReceiptCodes({ store, clock: timers, root: () => updater?.root ?? null });
  return {
    running,
    parts: {
      ...given,
      policy: running.policy,
      directory: running.directory,
      devices: devicesWithDefaults(given.devices, running.deviceDefaults),
      ...(given.maintenance && { maintenance: maintenanceUnder(running, given.maintenance) }),
      restart,
    },
    audit: keeper ? hearSessions(store.audit, (facts) => keeper.sessionEnded(facts)) : store.audit,
    closedByCentre: () =>
      new Set(store.configuration.assignments.newest()?.closedServices.map(({ service }) => service)),
    receiptCodes,
    certificateEndsAt: () => receiptCodes.certificate.endsAt(),
    look() {
      const onTrial = store.configuration.trial.find() !== null;
      keeper?.look();
      // Operators wait for the verdict: it is not kept until the next poll.
      if (onTrial && store.configuration.trial.find() === null) updater?.soon();
    },
    listen({ changed, ...centre }) {
      if (!own || !keeper) return;
      const { shippedRoot, place } = own;
      updater = new ConfigurationUpdater({
        ...centre,
        ...{ store, timers, entropy, log, shippedRoot, place, packLine: running.policy.id },
        onStaged: () => keeper.look(),
        onClosures: changed,
        certificateEndsAt: () => receiptCodes.certificate.endsAt(),
        onCertificate(certificate) {
          if (!receiptCodes.certificate.take(certificate)) log.warn('certificate-not-taken', {});
        },
      });
    },
    assigned() {
      if (!updater) return null;
      const { state, trouble, assignment, runningAssignment, refused } = updater.report();
      return {
        state,
        trouble,
        newest: assignment,
        running: runningAssignment,
        refused: refused.length,
        waitingSince: store.configuration.staged()?.since ?? null,
        frozenSince: updater.frozenSince(),
      };
    },
    run: async (signal) => {
      await Promise.all([keeper?.run(signal), updater?.run(signal)]);
    },
  };
}

const maintenanceUnder = (
  { technicians }: RunningConfiguration,
  given: MaintenanceParts,
): MaintenanceParts => ({ ...given, ...(technicians && { technicianList: technicians }) });
