/** What can be wrong with the virtual cabinet board. The dev dock lists these; each stays until it is mended. */
export const CABINET_BOARD_FAULTS = [
  /** Hears everything and says nothing, unasked neither. */
  'mute',
  /** A bit of every frame is flipped on its way. */
  'garbled',
  /** Every answer comes after the next question was asked. */
  'late',
  /** The first half of every frame. */
  'cut',
  /** Nonsense with false beginnings before every frame. */
  'noise-before',
  /** One byte at a time. */
  'split',
  /** Answers questions and says nothing unasked. */
  'events-lost',
  /** The cable is out as soon as something is asked. */
  'link-lost',
  /** Takes light and lamps and does not set them. */
  'not-followed',
] as const;
export type CabinetBoardFault = (typeof CABINET_BOARD_FAULTS)[number];
