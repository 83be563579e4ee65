/**
 * The decided answer to one event in one state. `refuse`: somebody asked for it and is told why not. `ignore`: a
 * fact or timer that came late, twice or for another state; it changes nothing and nobody needs to be told.
 */
export type Transition<State extends string, Reason extends string> =
  | { readonly to: State }
  | { readonly refuse: Reason }
  | { readonly ignore: Reason };

/** Every state × every event: a missing answer does not compile. */
export type TransitionTable<State extends string, Event extends string, Reason extends string> = Readonly<
  Record<State, Readonly<Record<Event, Transition<State, Reason>>>>
>;

/** The state after an answer: a refused or ignored event leaves it as it was. */
export const stateAfter = <State extends string>(before: State, answer: Transition<State, string>): State =>
  'to' in answer ? answer.to : before;
