import type { z } from 'zod';
import {
  actChain,
  actList,
  type actQuery,
  done,
  type operatorInvitation,
  operatorInvited,
  operatorList,
} from '../../../src/contracts/console/access.ts';
import type { OperatorRole } from '../../../src/contracts/console/roles.ts';
import type { ConsoleClient, Reader } from './console-client.ts';

/** Who may sign in, and what was done. */
export const accessReading = (reader: Reader) => ({
  operators: () => reader.get('/operators', operatorList),
  acts: (query: Partial<z.infer<typeof actQuery>>) => reader.get('/acts', actList, query),
  chain: () => reader.get('/acts/chain', actChain),
});

/** What administrators do with accounts. */
export const accessActs = (client: ConsoleClient) => ({
  invite: (request: z.infer<typeof operatorInvitation>) =>
    client.post('/operators', operatorInvited, request),
  inviteAgain: (operatorId: string) =>
    client.post(`/operators/${encodeURIComponent(operatorId)}/invitations`, operatorInvited, {}),
  roles: (operatorId: string, roles: OperatorRole[]) =>
    client.put(`/operators/${encodeURIComponent(operatorId)}/roles`, done, { roles }),
  state: (operatorId: string, disabled: boolean) =>
    client.put(`/operators/${encodeURIComponent(operatorId)}/state`, done, { disabled }),
});
