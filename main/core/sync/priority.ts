import type { OperationKind } from '../../../src/contracts/central/operations.ts';

/** Lower goes first: what protects a resident's card and money before what can wait (LOSS-5). */
const PRIORITIES: Readonly<Record<OperationKind, number>> = {
  'loss.report': 0,
  'card.delivery': 2,
  'payment.refund': 4,
  'payment.cancel': 4,
  'loss.undo': 10,
  'card.activate': 10,
  'payment.create': 10,
  'card.request': 10,
  'card.bind': 10,
  'card.switch': 10,
  'contact.change': 20,
  'application.submit': 50,
  'certification.submit': 50,
  'audit.append': 90,
};

export const priorityOf = (kind: OperationKind): number => PRIORITIES[kind];
