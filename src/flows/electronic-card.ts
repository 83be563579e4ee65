import { assign, setup } from 'xstate';
import type { Command } from '../contracts/command.ts';
import { inLanguage } from '../policy/in-language.ts';
import { scanElectronicCard } from './electronic-card-scan.ts';
import { type Ending, trouble } from './ending.ts';
import type { FlowKit } from './kit.ts';
import { takesCodes } from './read-card-acts.ts';
import { electronicCardBody, nextServices, type ValidElectronicCard } from './read-card-views.ts';
import type { ScreenBody, ScreenMeta, ViewEnvironment } from './screen.ts';
import type { OpenServiceInput } from './service-input.ts';

interface ElectronicCardContext extends OpenServiceInput {
  readonly seen: ValidElectronicCard | null;
  readonly ending: Ending | null;
}

/** ECARD-1: where to get it, as the pack says; a source without an address has no QR code. */
const channelsBody = (_: ElectronicCardContext, { kit, language }: ViewEnvironment): ScreenBody => ({
  screen: 'electronic-card',
  channels: kit.policy.electronicCard.channels.map(({ name, note, url, hotline }) => ({
    name: inLanguage(name, language),
    note: inLanguage(note, language),
    url,
    hotline,
  })),
  canScan: takesCodes(kit),
});

/** How and where to get the electronic card (ECARD-1), and a look at one by its code (ECARD-2). */
export function electronicCard(kit: FlowKit) {
  return setup({
    types: {
      context: {} as ElectronicCardContext,
      input: {} as OpenServiceInput,
      output: {} as Ending,
      events: {} as Extract<Command, { type: 'scan-code' | 'choose-service' | 'back' | 'finish' }>,
      meta: {} as ScreenMeta<ElectronicCardContext>,
    },
    actors: { scan: scanElectronicCard(kit) },
    guards: {
      takesCodes: () => takesCodes(kit),
      ended: ({ context }) => context.ending !== null,
      seen: ({ context }) => context.seen !== null,
      fits: ({ context, event }) =>
        event.type === 'choose-service' &&
        context.seen !== null &&
        nextServices(kit, context.seen, null).includes(event.service),
    },
    actions: {
      endSeen: assign({ ending: (): Ending => ({ kind: 'seen' }) }),
      goOn: assign(({ event }) =>
        event.type === 'choose-service' ? { ending: { kind: 'go-on' as const, service: event.service } } : {},
      ),
      forget: assign({ seen: null }),
      failInside: assign({ ending: () => trouble('internal') }),
    },
  }).createMachine({
    id: 'electronicCard',
    context: ({ input }) => ({ ...input, seen: null, ending: null }),
    initial: 'channels',
    output: ({ context }) => context.ending ?? trouble('internal'),
    states: {
      channels: {
        meta: { view: channelsBody, patience: 'screen' },
        on: {
          'scan-code': { guard: 'takesCodes', target: 'scanning' },
          finish: { target: 'ended', actions: 'endSeen' },
        },
      },
      scanning: {
        invoke: {
          src: 'scan',
          onDone: {
            target: 'scanned',
            actions: assign(({ event: { output } }) => {
              switch (output.kind) {
                case 'found':
                  return { seen: output.found };
                case 'ended':
                  return { ending: output.ending };
                case 'back':
                  return {};
              }
            }),
          },
          onError: { target: 'ended', actions: 'failInside' },
        },
      },
      scanned: {
        always: [
          { guard: 'ended', target: 'ended' },
          { guard: 'seen', target: 'shown' },
          { target: 'channels' },
        ],
      },
      shown: {
        meta: {
          view: ({ seen }) => {
            if (!seen) throw new Error('showing a card that was not scanned');
            return electronicCardBody(kit, seen);
          },
          patience: 'screen',
        },
        on: {
          'choose-service': { guard: 'fits', target: 'ended', actions: 'goOn' },
          back: { target: 'channels', actions: 'forget' },
          finish: { target: 'ended', actions: 'endSeen' },
        },
      },
      ended: { type: 'final', entry: 'forget' },
    },
  });
}
