import { join } from 'node:path';
import type { Clock, Entropy } from '../../../src/ports/clock.ts';
import { err, ok, type Result } from '../../../src/result.ts';
import { AuditStore } from './audit-store.ts';
import { writeBackup } from './backup.ts';
import { CardOwnerStore } from './card-owner-store.ts';
import { ClosedServiceStore } from './closed-service-store.ts';
import { ConfigurationStore } from './configuration-store.ts';
import { type Connection, StoreRefused } from './connection.ts';
import { CustodyActStore } from './custody-act-store.ts';
import { CustodyStore } from './custody-store.ts';
import { openSound, type StoreRecovery } from './damaged-file.ts';
import { DeadLetterStore } from './dead-letter-store.ts';
import { DeviceCareStore } from './device-care-store.ts';
import type { Disk } from './disk.ts';
import { JournalStore } from './journal-store.ts';
import { type KeyTrouble, loadStoreKey, type SafeStorage } from './key-file.ts';
import { KioskIdentityStore } from './kiosk-identity-store.ts';
import { MaintenanceTaskStore } from './maintenance-task-store.ts';
import { MorningReportStore } from './morning-report-store.ts';
import { OutboxStore } from './outbox-store.ts';
import { PayloadCipher } from './payload-cipher.ts';
import { forgetRecovery } from './recovery-note.ts';
import { bringSchemaUp } from './schema-digest.ts';
import { SealingKeyStore } from './sealing-key-store.ts';
import { SettingsStore } from './settings-store.ts';
import { type StoreHealth, storeHealth } from './store-health.ts';
import { checkKey, checkMachine } from './store-owner.ts';
import { systemDisk } from './system-disk.ts';
import { TechnicianTryStore } from './technician-try-store.ts';

export interface StoreOptions {
  /** Holds `store.db`, `store.key`, `store.backup.db`; made where it is missing. */
  readonly folder: string;
  readonly clock: Clock;
  readonly entropy: Entropy;
  /** Electron: seals the key file. Browser shell: the file is readable by its owner only. */
  readonly safeStorage?: SafeStorage;
  /** The machine's own where absent. */
  readonly disk?: Disk;
  /** Name of the machine the store is bound to; absent or null binds to none. */
  readonly machineId?: string | null;
}

export interface StoreTrouble {
  readonly code: StoreRefused['code'] | KeyTrouble['code'];
  /** One sentence with the remedy, for a technician. */
  readonly message: string;
}

/** Everything the kiosk keeps. `transaction` puts several stores' writes into one commit. */
export interface Store {
  readonly journal: JournalStore;
  readonly outbox: OutboxStore;
  readonly audit: AuditStore;
  readonly deadLetters: DeadLetterStore;
  readonly custody: CustodyStore;
  readonly custodyActs: CustodyActStore;
  readonly cardOwners: CardOwnerStore;
  readonly identity: KioskIdentityStore;
  /** Configuration from the centre. */
  readonly configuration: ConfigurationStore;
  readonly sealingKey: SealingKeyStore;
  readonly maintenanceTasks: MaintenanceTaskStore;
  readonly settings: SettingsStore;
  readonly deviceCare: DeviceCareStore;
  readonly morningReports: MorningReportStore;
  readonly technicianTries: TechnicianTryStore;
  readonly closedServices: ClosedServiceStore;
  /** Set where a damaged or missing file was replaced at this start: the gap to report. */
  readonly recovery: StoreRecovery | null;
  transaction<T>(act: () => T): T;
  backUp(): void;
  /** Nobody has made a backup yet, or somebody took it away. */
  backupIsMissing(): boolean;
  /** When the last backup was made; null where there is none. */
  backupAt(): number | null;
  /** Reads the whole file. */
  health(): StoreHealth;
  close(): void;
}

/** Opens the store, migrating or restoring as needed. Refusals come with a remedy; nothing is ever reset. */
export function openStore(options: StoreOptions): Result<Store, StoreTrouble> {
  const { folder, clock, entropy, disk = systemDisk } = options;
  disk.makeFolder(folder);
  const path = join(folder, 'store.db');
  const backupPath = join(folder, 'store.backup.db');
  const key = loadStoreKey({
    path: join(folder, 'store.key'),
    entropy,
    disk,
    mayCreate: !disk.exists(path) && !disk.exists(backupPath),
    ...(options.safeStorage ? { safeStorage: options.safeStorage } : {}),
  });
  if (!key.ok) return key;
  let opened: Connection | null = null;
  try {
    const { connection, recovery } = openSound(disk, path, backupPath, clock.now());
    opened = connection;
    disk.restrict(path);
    bringSchemaUp(connection);
    const store = assemble(connection, recovery, new PayloadCipher(key.value, entropy), backupPath, options);
    if (recovery) forgetRecovery(disk, path);
    return ok(store);
  } catch (error) {
    opened?.close();
    if (error instanceof StoreRefused) return err({ code: error.code, message: error.message });
    throw error;
  }
}

function assemble(
  connection: Connection,
  recovery: StoreRecovery | null,
  cipher: PayloadCipher,
  backupPath: string,
  { clock, entropy, disk = systemDisk, machineId = null }: StoreOptions,
): Store {
  const settings = new SettingsStore(connection);
  const audit = new AuditStore(connection, settings, clock);
  connection.transaction(() => {
    checkKey(settings, cipher);
    checkMachine(settings, cipher, machineId);
    if (recovery) {
      audit.continueAfterLoss();
      audit.record('store-restored', {
        reason: recovery.reason,
        gapSeconds:
          recovery.backupAt === null
            ? null
            : Math.max(0, Math.round((clock.now() - recovery.backupAt) / 1000)),
      });
    }
  });
  return {
    journal: new JournalStore(connection),
    outbox: new OutboxStore(connection, cipher),
    audit,
    deadLetters: new DeadLetterStore(connection),
    custody: new CustodyStore(connection, clock, entropy),
    custodyActs: new CustodyActStore(connection, clock),
    cardOwners: new CardOwnerStore(connection, cipher),
    identity: new KioskIdentityStore(connection, cipher),
    configuration: new ConfigurationStore(connection, cipher),
    sealingKey: new SealingKeyStore(connection, cipher),
    maintenanceTasks: new MaintenanceTaskStore(connection, clock),
    settings,
    deviceCare: new DeviceCareStore(connection),
    morningReports: new MorningReportStore(connection),
    technicianTries: new TechnicianTryStore(connection),
    closedServices: new ClosedServiceStore(connection),
    recovery,
    transaction: (act) => connection.transaction(act),
    backUp: () => writeBackup(connection, disk, backupPath),
    backupIsMissing: () => !disk.exists(backupPath),
    backupAt: () => disk.modifiedAt(backupPath),
    health: () => storeHealth(connection),
    close: () => connection.close(),
  };
}
