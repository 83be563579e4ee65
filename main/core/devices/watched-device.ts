import { type DeviceTrouble, deviceTrouble, type ManagedDevice } from '../../../src/ports/device-status.ts';
import { err } from '../../../src/result.ts';
import { countAnswer, type DeviceCounting, notCounted } from './device-counting.ts';
import type { Keeper } from './keeper.ts';

/** Belong to the keeper alone. */
const KEEPERS_OWN = new Set<PropertyKey>(['open', 'probe', 'close']);

/**
 * The device as flows get it. Each call holds a lease, so that no probe disturbs it; device trouble in its answer
 * starts the recovery ladder at once; while the device is not online the answer is trouble without asking it.
 */
export function watched<T extends ManagedDevice>(
  device: T,
  keeper: Keeper,
  counting: DeviceCounting = notCounted,
): T {
  return new Proxy(device, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      if (KEEPERS_OWN.has(name)) return member.bind(target);
      return async (...parameters: unknown[]): Promise<unknown> => {
        const { state, trouble } = keeper.report;
        if (state !== 'online')
          return err(trouble ?? deviceTrouble('starting', 'the device is not ready yet'));
        const giveBack = keeper.lease();
        try {
          const answer: unknown = await Reflect.apply(member, target, parameters);
          countAnswer(counting, name, answer);
          const met = deviceTroubleIn(answer);
          if (met) keeper.troubleMet(met);
          return answer;
        } finally {
          giveBack();
        }
      };
    },
  });
}

function deviceTroubleIn(answer: unknown): DeviceTrouble | null {
  if (typeof answer !== 'object' || answer === null || !('error' in answer)) return null;
  const { error } = answer;
  if (typeof error !== 'object' || error === null || !('kind' in error) || error.kind !== 'device')
    return null;
  return error as DeviceTrouble;
}
