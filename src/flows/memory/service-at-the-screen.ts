import {
  type AnyActorRef,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  assign,
  createActor,
  type InputFrom,
  SimulatedClock,
  setup,
} from 'xstate';
import type { Command } from '../../contracts/command.ts';
import type { ServiceId } from '../../contracts/service.ts';
import { type Language, type Screen, type ViewOf, view } from '../../contracts/view.ts';
import type { Ending } from '../ending.ts';
import type { FlowKit } from '../kit.ts';
import { focus, publish } from '../publish.ts';
import type { ScreenMeta } from '../screen.ts';

interface Context {
  readonly service: ServiceId;
  readonly language: Language;
  readonly elder: boolean;
  readonly lowReach: null;
  readonly input: unknown;
  readonly ending: Ending | null;
}

const SERVICE = 'service-under-test';

/** What a session is to one service: it starts it, and takes its ending. */
const around = (machine: AnyStateMachine) =>
  setup({
    types: {
      context: {} as Context,
      input: {} as Context,
      meta: {} as ScreenMeta<Context>,
    },
    actors: { service: machine },
  }).createMachine({
    id: 'around',
    context: ({ input }) => input,
    initial: 'service',
    states: {
      service: {
        invoke: {
          id: SERVICE,
          src: 'service',
          input: ({ context }: { context: Context }) => context.input,
          onDone: { target: 'ended', actions: assign({ ending: ({ event }) => event.output as Ending }) },
        },
      },
      ended: {},
    },
  });

/** Enough turns for every promise of a memory double to be answered. */
const TURNS = 60;

/**
 * One service alone, as a resident sees it: each screen parsed like the renderer does, each touch only where the
 * screen offers it. Time is simulated.
 */
export function serviceAtTheScreen<Machine extends AnyStateMachine>(
  kit: FlowKit,
  service: ServiceId,
  machine: Machine,
  input: InputFrom<Machine> & { readonly language: Language },
) {
  const clock = new SimulatedClock();
  let last: AnyMachineSnapshot | null = null;
  const actor = createActor(around(machine), {
    clock,
    inspect: (event) => {
      const { type, actorRef } = event;
      if (type !== '@xstate.snapshot' || !('id' in actorRef) || actorRef.id !== SERVICE) return;
      last = event.snapshot as AnyMachineSnapshot;
    },
    input: { service, language: input.language, elder: false, lowReach: null, input, ending: null },
  });
  let crash: unknown = null;
  actor.subscribe({
    error: (error) => {
      crash = error;
    },
  });
  actor.start();
  const settle = async () => {
    for (let turn = 0; turn < TURNS; turn += 1) await Promise.resolve();
    if (crash !== null) throw crash;
  };
  const now = () => {
    const published = publish({
      session: actor as AnyActorRef,
      kit,
      overlay: { overlay: null, secondsLeft: null },
      revision: 1,
      kioskName: 'test',
    });
    if (!published) throw new Error(`nothing on the screen: ${JSON.stringify(actor.getSnapshot().value)}`);
    return view.parse(published.view);
  };
  return {
    clock,
    settle,
    now,
    on<S extends Screen>(screen: S): ViewOf<S> {
      const shown = now();
      if (shown.screen !== screen) throw new Error(`on ${shown.screen}, not ${screen}`);
      return shown as ViewOf<S>;
    },
    async touch(command: Command) {
      const { screen, can } = now();
      if (!can.includes(command.type)) throw new Error(`${screen} does not offer ${command.type}`);
      focus(actor).send(command);
      await settle();
    },
    /** Null while the service goes on. */
    ending: (): Ending | null => actor.getSnapshot().context.ending,
    /** Everything any machine of this service holds, or held at its end, as text. */
    held: (): string => JSON.stringify([actor.getPersistedSnapshot(), last?.context]),
    stop: () => actor.stop(),
  };
}
