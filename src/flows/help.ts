import { assign, setup } from 'xstate';
import type { Command } from '../contracts/command.ts';
import type { HelpTopic } from '../directory/help.ts';
import type { CounterTopic } from '../policy/policy-pack.ts';
import { type Ending, trouble } from './ending.ts';
import {
  counterTopicBody,
  counterTopicOf,
  counterTopicSlip,
  helpBody,
  serviceOf,
  topicBody,
  topicOf,
} from './help-views.ts';
import type { FlowKit } from './kit.ts';
import type { ScreenMeta } from './screen.ts';
import type { OpenServiceInput } from './service-input.ts';

export interface HelpContext extends OpenServiceInput {
  readonly query: string;
  readonly topic: HelpTopic | null;
  readonly counterTopic: CounterTopic | null;
  readonly ending: Ending | null;
}

type HelpCommand = Extract<
  Command,
  {
    type:
      | 'search'
      | 'open-topic'
      | 'open-counter-topic'
      | 'choose-service'
      | 'print-slip'
      | 'back'
      | 'finish';
  }
>;

/** Answers to what people ask (HELP-1), and what only a counter does (services.md 13). */
export function help(kit: FlowKit) {
  return setup({
    types: {
      context: {} as HelpContext,
      input: {} as OpenServiceInput,
      output: {} as Ending,
      events: {} as HelpCommand,
      meta: {} as ScreenMeta<HelpContext>,
    },
    guards: {
      knownTopic: ({ event }) => event.type === 'open-topic' && topicOf(kit, event.topic) !== null,
      knownCounterTopic: ({ event }) =>
        event.type === 'open-counter-topic' && counterTopicOf(kit, event.topic) !== null,
      settlesIt: ({ context, event }) =>
        event.type === 'choose-service' && serviceOf(kit, context.topic) === event.service,
    },
    actions: {
      goOn: assign(({ event }) =>
        event.type === 'choose-service' ? { ending: { kind: 'go-on' as const, service: event.service } } : {},
      ),
      takeSlip: assign(({ context: { counterTopic } }) =>
        counterTopic ? { ending: counterTopicSlip(kit, counterTopic) } : {},
      ),
      endSeen: assign({ ending: (): Ending => ({ kind: 'seen' }) }),
    },
  }).createMachine({
    id: 'help',
    context: ({ input }) => ({ ...input, query: '', topic: null, counterTopic: null, ending: null }),
    initial: 'list',
    output: ({ context }) => context.ending ?? trouble('internal'),
    states: {
      list: {
        meta: { view: helpBody, patience: 'typing' },
        on: {
          search: { actions: assign({ query: ({ event }) => event.text }) },
          'open-topic': {
            guard: 'knownTopic',
            target: 'topic',
            actions: assign({ topic: ({ event }) => topicOf(kit, event.topic) }),
          },
          'open-counter-topic': {
            guard: 'knownCounterTopic',
            target: 'counterTopic',
            actions: assign({ counterTopic: ({ event }) => counterTopicOf(kit, event.topic) }),
          },
          finish: { target: 'ended', actions: 'endSeen' },
        },
      },
      topic: {
        meta: { view: topicBody, patience: 'typing' },
        on: {
          'choose-service': { guard: 'settlesIt', target: 'ended', actions: 'goOn' },
          back: 'list',
          finish: { target: 'ended', actions: 'endSeen' },
        },
      },
      counterTopic: {
        meta: { view: counterTopicBody, patience: 'typing' },
        on: {
          'print-slip': { target: 'ended', actions: 'takeSlip' },
          back: 'list',
          finish: { target: 'ended', actions: 'endSeen' },
        },
      },
      ended: { type: 'final' },
    },
  });
}
