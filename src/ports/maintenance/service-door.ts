import type { ClosingReason } from '../../contracts/maintenance/closed-service.ts';
import type { ServiceId } from '../../contracts/service.ts';

/** A service that a technician took out of use. */
export interface ClosedService {
  readonly service: ServiceId;
  readonly reason: ClosingReason;
  /** Milliseconds since the epoch. */
  readonly since: number;
}

/** Takes single services out of use, and puts them back. A session under way is never cut. */
export interface ServiceDoor {
  /** Services of this kiosk's policy, in the order of the home screen. */
  services(): readonly ServiceId[];
  closed(): readonly ClosedService[];
  close(service: ServiceId, reason: ClosingReason, technician: string): void;
  open(service: ServiceId, technician: string): void;
}
