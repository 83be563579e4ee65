import { createContext, use } from 'react';
import type { OperatorRole } from '../../../src/contracts/console/roles.ts';
import type { ConsoleClient } from '../api/console-client.ts';
import type { LiveChanges } from '../api/live-changes.ts';

/** What every page of a signed-in operator has at hand. */
export interface Desk {
  readonly client: ConsoleClient;
  readonly changes: LiveChanges;
  readonly operator: {
    readonly operatorId: string;
    readonly name: string;
    readonly roles: readonly OperatorRole[];
  };
}

export const DeskContext = createContext<Desk | null>(null);

/** The desk of the operator who is signed in; pages are drawn nowhere else. */
export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (desk === null) throw new Error('A page of the desk is drawn outside of it');
  return desk;
}

/** Whether the operator has one of these roles. The centre asks as well; here it spares a vain click. */
export function useMay(...roles: readonly OperatorRole[]): boolean {
  const { operator } = useDesk();
  return operator.roles.some((role) => roles.includes(role));
}
