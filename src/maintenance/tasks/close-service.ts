import { CLOSING_REASONS } from '../../contracts/maintenance/closed-service.ts';
import type { TaskFacts } from '../../contracts/maintenance/page.ts';
import type { ServiceId } from '../../contracts/service.ts';
import type { ServiceDoor } from '../../ports/maintenance/service-door.ts';
import { type TaskEnd, type TaskScript, taskDone } from '../guide.ts';

/** Seconds to write a setting. */
const WRITE_SECONDS = 1;

const kept = (facts: TaskFacts): TaskEnd => ({ outcome: 'given-up', facts });

/**
 * close-service: takes one service out of use, or puts it back. `choose-service`: values are service ids; its facts say
 * of each service id `open`, or the reason why it is closed. `choose-reason` (fact `service`): device-fault,
 * no-supplies, office-asked, trial. `sure` (facts `service`, `reason`, and `since` in ms where it is closed): `close`,
 * `keep-open`; of a closed service `open-again`, `keep-closed`. End: `service`, `state` (closed, open), `reason` ('' of
 * an open one).
 */
export const closeService =
  (door: ServiceDoor): TaskScript<'close-service'> =>
  async (guide) => {
    const closed = await guide.look('choose-service', WRITE_SECONDS, async () =>
      door.closed().map(({ service, reason, since }) => ({ service, reason, since })),
    );
    const stateOf = (service: ServiceId) => closed.find((one) => one.service === service);
    const services = door.services();
    const service = await guide.choose(
      'choose-service',
      services,
      Object.fromEntries(services.map((one) => [one, stateOf(one)?.reason ?? 'open'])),
    );
    const now = stateOf(service);
    if (now) {
      const { reason, since } = now;
      const sure = await guide.choose('sure', ['open-again', 'keep-closed'], { service, reason, since });
      if (sure === 'keep-closed') return kept({ service, state: 'closed', reason });
      await guide.act('write', WRITE_SECONDS, async () => {
        door.open(service, guide.technician);
        return null;
      });
      return taskDone({ service, state: 'open', reason: '' });
    }
    const reason = await guide.choose('choose-reason', CLOSING_REASONS, { service });
    const sure = await guide.choose('sure', ['close', 'keep-open'], { service, reason });
    if (sure === 'keep-open') return kept({ service, state: 'open', reason: '' });
    await guide.act('write', WRITE_SECONDS, async () => {
      door.close(service, reason, guide.technician);
      return null;
    });
    return taskDone({ service, state: 'closed', reason });
  };
