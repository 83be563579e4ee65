import type { ServiceId } from '../contracts/service.ts';
import type { OpenServiceInput, ServiceInput } from './service-input.ts';
import type { SessionContext } from './session-setup.ts';

type Seen = { readonly context: SessionContext };

/** Whether the tile that was touched is this service's. */
export const serving =
  (service: ServiceId) =>
  ({ context }: Seen): boolean =>
    context.service === service;

/** Every service ends the same way: its ending is judged in one place. */
const AFTERWARDS = {
  onDone: { target: '#session.journey.ended', actions: 'takeEnding' },
  onError: { target: '#session.journey.ended', actions: 'failInside' },
} as const;

/** The state of a service that needs identity and face (ID-5). */
export const personal = <S extends string>(src: S) => ({
  invoke: { src, input: ({ context }: Seen) => personalInput(context), ...AFTERWARDS },
});

/** The state of a service that is there for everybody. */
export const open = <S extends string>(src: S) => ({
  invoke: { src, input: ({ context }: Seen) => openInput(context), ...AFTERWARDS },
});

function personalInput({ presented, face, language }: SessionContext): ServiceInput {
  if (!presented || !face) throw new Error('service before identity and face');
  return { identity: presented.identity, face, language };
}

function openInput({ presented, face, card, language }: SessionContext): OpenServiceInput {
  return { language, identity: face ? (presented?.identity ?? null) : null, card };
}
