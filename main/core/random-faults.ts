import type { Fault } from './sync/model-central.ts';

/** What may become of a message. */
export const WIRE: readonly Fault[] = [
  'none',
  'drop-before',
  'drop-after',
  'refused-connection',
  'unauthorised',
  'server-error',
  'portal-page',
  'in-progress',
];
/** Acts of the machines that may fail. */
export const MACHINE = [
  'takeBlank',
  'present',
  'waitTaken',
  'toBin',
  'read',
  'retain',
  'printFace',
  'status',
] as const;
/** How they fail. */
export const TROUBLES = [
  { kind: 'device', code: 'timeout', message: 'no answer' },
  { kind: 'jammed', code: 'position' },
  { kind: 'bin-full' },
] as const;
