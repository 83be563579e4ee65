import type { Language, Screen, View } from '../contracts/view.ts';
import type { FlowKit } from './kit.ts';

type Chrome = Exclude<keyof View, 'screen'>;
type Body<V> = V extends { screen: Screen } ? Omit<V, Chrome> : never;

/** A view without the chrome that the session adds to every screen. */
export type ScreenBody = Body<View>;

/** What a screen's text may depend on besides the state's own context. */
export interface ViewEnvironment {
  readonly kit: FlowKit;
  readonly language: Language;
}

/** How long the resident has on a screen; the seconds are in the policy pack. */
export type Patience =
  /** reading and touching */
  | 'screen'
  /** typing on a keyboard or the pad */
  | 'typing'
  /** reading an end screen; leaves by itself without asking */
  | 'end'
  /** something is moving or being done: no time-out, no leaving */
  | 'busy'
  /** the start screen after somebody chose language, letters or height there and went: forgets it without asking */
  | 'choice'
  /** waits as long as it takes (welcome) */
  | 'none';

/** Stands beside each state and says what the resident sees there. */
export interface ScreenMeta<Context> {
  readonly view: (context: Context, environment: ViewEnvironment) => ScreenBody;
  readonly patience: Patience;
  /** Position in the service's own row of steps, where it has one. */
  readonly step?: number;
}
