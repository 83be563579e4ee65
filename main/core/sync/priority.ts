import type { OperationKind } from '../../../src/contracts/central/operations.ts';

/** Lower goes first. Loss reports will stand at 0 (LOSS-5): there is room below applications for them. */
const PRIORITIES: Readonly<Record<OperationKind, number>> = {
  'card.activate': 10,
  'application.submit': 50,
  'audit.append': 90,
};

export const priorityOf = (kind: OperationKind): number => PRIORITIES[kind];
