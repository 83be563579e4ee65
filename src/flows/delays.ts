/**
 * Every delay of the flows: name, milliseconds, reason. Time-outs a province may set are in the policy pack
 * (`timeouts`); what stands here follows from devices and people, not from rules.
 */
export const DELAYS = {
  /** A reader that reported trouble is being brought back by the device manager; look again after this long. */
  READER_RETRY: 1_500,
  /** A reader that has been waiting for a card for this long is back: one that is not says so at once. */
  READER_BACK: 1_000,
  /** How long a resident waits for a device that is coming back before the service ends honestly. */
  DEVICE_PATIENCE: 25_000,
  /** An authority that takes longer than this to take an application: the receipt says what is known by then. */
  OFFICE_ANSWER: 6_000,
  /** A lost answer to an activation is asked about this long while the resident waits; then: unknown, asking. */
  UNKNOWN_PATIENCE: 15_000,
  /** A printer that has not put out a page or two by then is not going to: the screen says so. */
  DOCUMENT_PATIENCE: 60_000,
} as const;

/** A chip that fails this often in a row is called unreadable (dirty or damaged). */
export const READS_BEFORE_UNREADABLE = 3;
