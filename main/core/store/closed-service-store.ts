import { CLOSING_REASONS, type ClosingReason } from '../../../src/contracts/maintenance/closed-service.ts';
import { SERVICES } from '../../../src/contracts/service.ts';
import type { ClosedService } from '../../../src/ports/maintenance/service-door.ts';
import type { Connection } from './connection.ts';

/** Services that a technician took out of use; they stay so through power cuts, until a technician opens them. */
export class ClosedServiceStore {
  readonly #connection: Connection;
  /** Every home screen asks. */
  readonly #all: () => readonly ClosedService[];

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#all = connection.remembered(['closed_service'], () =>
      connection
        .all('SELECT service, reason, since FROM closed_service ORDER BY since, service')
        .flatMap((row) => {
          const service = SERVICES.find((one) => one === row.service);
          // A reason of another version still closes the service.
          const reason: ClosingReason = CLOSING_REASONS.find((one) => one === row.reason) ?? 'office-asked';
          return service ? [{ service, reason, since: Number(row.since) }] : [];
        }),
    );
  }

  all(): readonly ClosedService[] {
    return this.#all();
  }

  /** A service that is closed already keeps its first moment. */
  close({ service, reason, since }: ClosedService, technician: string): void {
    this.#connection.run(
      `INSERT INTO closed_service (service, reason, technician, since) VALUES (:service, :reason, :technician, :since)
       ON CONFLICT (service) DO UPDATE SET reason = :reason, technician = :technician`,
      { service, reason, technician, since },
    );
  }

  open(service: ClosedService['service']): void {
    this.#connection.run('DELETE FROM closed_service WHERE service = :service', { service });
  }
}
