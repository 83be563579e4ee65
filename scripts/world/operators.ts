import { z } from 'zod';
import { DEV_OPERATOR_PASSWORD, type DevOperator, devOperator } from '../../central/dev/operator-routes.ts';
import type { OperatorRole } from '../../src/contracts/console/roles.ts';
import type { CentralDev } from './central-dev.ts';

/** Password of everybody at the made-up desk. */
export const WORLD_OPERATOR_PASSWORD = DEV_OPERATOR_PASSWORD;

export interface WorldOperator {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly OperatorRole[];
}

/** Who works at the desk: as few as a change of configuration needs, somebody for accounts, and somebody who looks on. */
export const WORLD_OPERATORS: readonly WorldOperator[] = [
  { login: 'editor', name: '起草员', roles: ['editor', 'fleet'] },
  { login: 'approver', name: '复核员', roles: ['approver', 'money'] },
  { login: 'signer', name: '签章员', roles: ['signer'] },
  { login: 'administrator', name: '管理员', roles: ['administrator'] },
  { login: 'viewer', name: '观察员', roles: ['viewer'] },
];

const shown = z.object({ code: z.string() });

/** Six digits of this operator's authenticator now; null where nobody has the login. */
export async function operatorCode(central: CentralDev, login: string): Promise<string | null> {
  const answer = await fetch(`${central.url}/dev/operators/${login}`);
  const told: unknown = await answer.json();
  return answer.ok ? shown.parse(told).code : null;
}

/** Makes somebody with the password of the made-up desk. */
export async function makeOperator(central: CentralDev, operator: WorldOperator): Promise<DevOperator> {
  const answer = await fetch(`${central.url}/dev/operators`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(operator),
  });
  if (!answer.ok) throw new Error(`the centre made no ${operator.login}: ${await answer.text()}`);
  return devOperator.parse(await answer.json());
}

/** Everybody of the made-up desk has an account: who had one at an earlier start keeps it. */
export async function meetOperators(central: CentralDev): Promise<void> {
  for (const operator of WORLD_OPERATORS) {
    if ((await operatorCode(central, operator.login)) === null) await makeOperator(central, operator);
  }
}
