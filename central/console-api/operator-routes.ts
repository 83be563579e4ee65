import {
  done,
  operatorInvitation,
  operatorInvited,
  operatorList,
  operatorParams,
  operatorStateChange,
  roleChange,
} from '../../src/contracts/console/access.ts';
import type { OperatorRole } from '../../src/contracts/console/roles.ts';
import type { Result } from '../../src/result.ts';
import type { Foundations } from '../foundations.ts';
import { HttpProblem } from '../http/problem.ts';
import type { AccountTrouble, OperatorAccounts } from '../operators/accounts.ts';
import { listOperators } from '../operators/operator-list.ts';
import type { ConsoleApp } from './console-app.ts';

const ADMINISTRATOR: readonly OperatorRole[] = ['administrator'];
const isDone = { done: true } as const;

function granted<T>(result: Result<T, AccountTrouble>): T {
  if (!result.ok) throw new HttpProblem(result.error);
  return result.value;
}

/** What administrators do to the accounts of others. `issuer`: the organisation's; null where there is none. */
export function operatorRoutes(
  app: ConsoleApp,
  foundations: Foundations,
  accounts: OperatorAccounts,
  issuer: string | null,
): void {
  app.get(
    'operators',
    {
      roles: ADMINISTRATOR,
      schema: { summary: 'Everybody with an account', response: { 200: operatorList } },
    },
    async () => ({ operators: [...(await listOperators(foundations))] }),
  );
  app.post(
    'operators',
    {
      roles: ADMINISTRATOR,
      schema: { summary: 'Invite an operator', body: operatorInvitation, response: { 200: operatorInvited } },
    },
    async ({ body: { organisationSubject, ...body }, operator }) => {
      if (organisationSubject !== null && issuer === null) throw new HttpProblem('no-organisation');
      const oidcSubject = organisationSubject === null ? null : `${issuer} ${organisationSubject}`;
      const made = granted(await accounts.invite(operator.operatorId, { ...body, oidcSubject }));
      return {
        operatorId: made.operatorId,
        invitation: made.invitation?.invitation ?? null,
        expiresAt: made.invitation?.expiresAt ?? null,
      };
    },
  );
  app.put(
    'operators/:operatorId/roles',
    {
      roles: ADMINISTRATOR,
      schema: {
        summary: 'Change what an operator may do; they sign in anew',
        params: operatorParams,
        body: roleChange,
        response: { 200: done },
      },
    },
    async ({ params, body, operator }) => {
      granted(await accounts.changeRoles(operator.operatorId, params.operatorId, body.roles));
      return isDone;
    },
  );
  app.put(
    'operators/:operatorId/state',
    {
      roles: ADMINISTRATOR,
      schema: {
        summary: 'Disable an account, or open it again',
        params: operatorParams,
        body: operatorStateChange,
        response: { 200: done },
      },
    },
    async ({ params, body, operator }) => {
      granted(await accounts.setDisabled(operator.operatorId, params.operatorId, body.disabled));
      return isDone;
    },
  );
  app.post(
    'operators/:operatorId/invitations',
    {
      roles: ADMINISTRATOR,
      schema: {
        summary: 'Void password and authenticator, and invite anew',
        params: operatorParams,
        response: { 200: operatorInvited },
      },
    },
    async ({ params: { operatorId }, operator }) => ({
      operatorId,
      ...granted(await accounts.resetSecondFactor(operator.operatorId, operatorId)),
    }),
  );
  app.delete(
    'operators/:operatorId/sessions',
    {
      roles: ADMINISTRATOR,
      schema: {
        summary: 'End every session of an operator',
        params: operatorParams,
        response: { 200: done },
      },
    },
    async ({ params, operator }) => {
      granted(await accounts.endSessions(operator.operatorId, params.operatorId));
      return isDone;
    },
  );
}
