import type { PolicyPack } from '../../../../src/policy/policy-pack.ts';
import type { Clock } from '../../../../src/ports/clock.ts';
import type { ServiceDoor } from '../../../../src/ports/maintenance/service-door.ts';
import type { Store } from '../../store/open-store.ts';

export interface ServiceDoorParts {
  readonly store: Pick<Store, 'closedServices' | 'audit' | 'transaction'>;
  readonly policy: Pick<PolicyPack, 'services'>;
  readonly clock: Clock;
  /** The home screen says it at once. */
  readonly changed: () => void;
}

/** Closes and opens single services, with the audit in the same commit. Asked for twice it is done and told once. */
export function createServiceDoor({ store, policy, clock, changed }: ServiceDoorParts): ServiceDoor {
  const { closedServices, audit } = store;
  const standing = (service: string) => closedServices.all().find((one) => one.service === service);
  return {
    services: () => policy.services.filter(({ enabled }) => enabled).map(({ service }) => service),
    closed: () => closedServices.all(),
    close(service, reason, technician) {
      if (standing(service)?.reason === reason) return;
      store.transaction(() => {
        closedServices.close({ service, reason, since: clock.now() }, technician);
        audit.record('service-closed', { service, reason, technician });
      });
      changed();
    },
    open(service, technician) {
      if (!standing(service)) return;
      store.transaction(() => {
        closedServices.open(service);
        audit.record('service-opened', { service, technician });
      });
      changed();
    },
  };
}
