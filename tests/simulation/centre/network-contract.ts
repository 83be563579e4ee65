/** The kiosk's software between two power cuts. */
export interface Sender {
  /** The power failed: answers go nowhere. */
  readonly over: boolean;
}

/** What became of a message, for counting and tracing. */
export type NetworkPhase =
  /** The kiosk sends it. */
  | 'sent'
  /** It reached the centre, which carries it out. */
  | 'arrived'
  /** The kiosk has the answer. */
  | 'answered'
  /** Not one byte left the kiosk. */
  | 'no-route'
  | 'request-lost'
  /** Carried out; the answer goes nowhere. */
  | 'answer-lost'
  /** A copy of it is on its way as well. */
  | 'duplicated'
  /** Something on the way answered in the centre's place. */
  | 'lied'
  /** The centre was down when it came. */
  | 'unavailable'
  /** The kiosk waits no longer. */
  | 'given-up';

/** How the centre's machine is. `slow`: an answer takes seconds. */
export type CentreState = 'up' | 'down' | 'slow';
