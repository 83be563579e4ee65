import type { WorkItemKind } from './work-words.ts';

/** What people at the desk can decide. Each has its sentences: src/fleet/work-sentences.ts. */
export const WORK_CHOICES = [
  /** Orders to the kiosk (src/contracts/configuration/orders.ts). */
  'send-again',
  'close-refused',
  'settle-done',
  'settle-not-done',
  'ask-again',
  /** Acts of the centre. */
  'refund',
  'refund-again',
  'keep-money',
  'looked-at',
] as const;
export type WorkChoice = (typeof WORK_CHOICES)[number];

export const CHOICES_OF_KIND: Readonly<Record<WorkItemKind, readonly WorkChoice[]>> = {
  'dead-letter': ['send-again', 'close-refused'],
  'unknown-act': ['ask-again', 'settle-done', 'settle-not-done'],
  'operation-forgotten': ['ask-again', 'looked-at'],
  'paid-without-delivery': ['refund', 'keep-money'],
  'refund-declined': ['refund-again', 'keep-money'],
  'audit-finding': ['looked-at'],
};

/** Done by the kiosk; the others by the centre. */
export const ORDERED_CHOICES = [
  'send-again',
  'close-refused',
  'settle-done',
  'settle-not-done',
  'ask-again',
] as const satisfies readonly WorkChoice[];

/** Nothing changes for anybody's money or card: one person is enough, whatever the item is about. */
export const HARMLESS_CHOICES: readonly WorkChoice[] = ['ask-again'];
