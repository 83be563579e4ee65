import { type AnyActorRef, type AnyMachineSnapshot, getNextTransitions } from 'xstate';
import { COMMAND_TYPES, type CommandType } from '../contracts/command.ts';
import type { View } from '../contracts/view.ts';
import type { FlowKit } from './kit.ts';
import { nearbyCounters } from './nearby-counters.ts';
import type { Patience, ScreenBody, ScreenMeta, ViewEnvironment } from './screen.ts';
import { SERVICE_STEPS } from './services.ts';
import { hasChosen, type SessionContext } from './session-setup.ts';

/** The innermost machine that shows something: the service's step, the service, or the session itself. */
export function focus(actor: AnyActorRef): AnyActorRef {
  for (const child of Object.values(actor.getSnapshot().children ?? {})) {
    const ref = child as AnyActorRef | undefined;
    if (ref && isMachine(ref.getSnapshot()) && ref.getSnapshot().status === 'active') return focus(ref);
  }
  return actor;
}

const isMachine = (snapshot: unknown): snapshot is AnyMachineSnapshot =>
  typeof snapshot === 'object' && snapshot !== null && 'machine' in snapshot && 'value' in snapshot;

/** The meta of the innermost active state that shows a screen. */
function screenMeta(snapshot: AnyMachineSnapshot): ScreenMeta<unknown> | null {
  const metas = Object.entries(snapshot.getMeta() as Record<string, ScreenMeta<unknown> | undefined>);
  const innermost = metas.toSorted(([a], [b]) => b.split('.').length - a.split('.').length)[0];
  return innermost?.[1] ?? null;
}

export interface Overlay {
  readonly overlay: View['overlay'];
  readonly secondsLeft: number | null;
}

export interface PublishInput {
  readonly session: AnyActorRef;
  readonly kit: FlowKit;
  readonly overlay: Overlay;
  readonly revision: number;
  readonly kioskName: string;
}

export interface Published {
  readonly view: View;
  readonly patience: Patience;
}

/** Screens on which leaving has nothing to ask or is not possible. */
const WITHOUT_CANCEL: readonly ScreenBody['screen'][] = [
  'welcome',
  'out-of-service',
  'receipt',
  'refusal',
  'trouble',
  'take-cards',
  'ended',
];

/** One view for what the session is at, or null between two states (the next change follows at once). */
export function publish({ session, kit, overlay, revision, kioskName }: PublishInput): Published | null {
  const context = session.getSnapshot().context as SessionContext;
  const shown = focus(session);
  const snapshot = shown.getSnapshot() as AnyMachineSnapshot;
  const meta = screenMeta(snapshot);
  if (!meta) return null;
  const environment: ViewEnvironment = { kit, language: context.language };
  const body = nothingWorks(meta.view(snapshot.context, environment), kit);
  const chrome = {
    revision,
    kioskName,
    language: context.language,
    elder: context.elder,
    lowReach: context.lowReach ?? kit.lowReach(),
    service: context.service,
    progress: progressOf(context, meta, body),
    secondsLeft: overlay.secondsLeft,
    can: commandsOf(snapshot, body, meta.patience, overlay),
    overlay: overlay.overlay,
    hotlines: kit.policy.hotlines,
    linkUp: kit.linkUp(),
    now: kit.clock.now(),
  };
  const patience = meta.patience === 'none' && hasChosen(context) ? 'choice' : meta.patience;
  return { view: { ...chrome, ...body } as View, patience };
}

/**
 * INV-8: where no service can be offered the start screen says so, which part is missing and where to go. Since when
 * is the host's to add: it saw the views before.
 */
function nothingWorks(body: ScreenBody, kit: FlowKit): ScreenBody {
  if (body.screen !== 'welcome') return body;
  const tiles = kit.tiles();
  if (tiles.some(({ available }) => available)) return body;
  const reasons = new Set(tiles.flatMap(({ reason }) => (reason === null ? [] : [reason])));
  return {
    screen: 'out-of-service',
    reasons: [...reasons],
    since: null,
    counters: nearbyCounters(kit.policy),
  };
}

/** Every button follows this list: what the state handles, plus what the session offers everywhere. */
function commandsOf(
  snapshot: AnyMachineSnapshot,
  body: ScreenBody,
  patience: Patience,
  { overlay }: Overlay,
): CommandType[] {
  const always: CommandType[] = ['set-language', 'set-elder', 'set-low-reach'];
  if (overlay) return ['stay', 'leave', ...always];
  const handled = new Set(
    getNextTransitions(snapshot)
      .filter((transition) => transition.target !== undefined || transition.actions.length > 0)
      .map((transition) => transition.eventType),
  );
  const own = COMMAND_TYPES.filter((type) => handled.has(type) && !always.includes(type));
  const mayCancel = patience !== 'busy' && !WITHOUT_CANCEL.includes(body.screen);
  return [
    ...own.filter((type) => isOffered(type, snapshot)),
    ...(mayCancel ? (['cancel'] as const) : []),
    ...always,
  ];
}

/** A guard without payload (going back from a choice that was not one) hides its button. */
function isOffered(type: CommandType, snapshot: AnyMachineSnapshot): boolean {
  return PAYLOAD_FREE.includes(type) ? snapshot.can({ type }) : true;
}

const PAYLOAD_FREE: readonly CommandType[] = [
  'start',
  'confirm',
  'back',
  'finish',
  'try-again',
  'consent-to-face',
  'decline-face',
  'print-slip',
  'use-chip-address',
  'camera-failed',
  'retake-photo',
  'submit',
  'cancel-payment',
  'print-document',
  'show-state',
  'scan-code',
];

/** Steps before the service (identity 1, consent and face 2) come first; then the service's own. */
const COMMON_STEPS = 2;

function progressOf(context: SessionContext, meta: ScreenMeta<unknown>, body: ScreenBody): View['progress'] {
  const own = context.service ? SERVICE_STEPS[context.service] : undefined;
  if (own === undefined) return null;
  const of = COMMON_STEPS + own;
  if (meta.step !== undefined) return { step: COMMON_STEPS + meta.step, of };
  switch (body.screen) {
    case 'present-id-card':
    case 'who-you-are':
      return { step: 1, of };
    case 'face-consent':
    case 'face':
    case 'face-again':
      return { step: 2, of };
    default:
      return null;
  }
}
