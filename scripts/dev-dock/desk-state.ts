import { relative } from 'node:path';
import { PROJECT } from '../world/child-program.ts';
import { DEV_OFFICE_PASSPHRASE } from '../world/offices.ts';
import { operatorCode, WORLD_OPERATOR_PASSWORD, WORLD_OPERATORS } from '../world/operators.ts';
import type { World } from '../world/world.ts';

/** Key files an operator signs with: two of the first three for a policy pack, the last for every other document. */
const SIGNING_OFFICES = ['office-1', 'office-2', 'office-3', 'configuration'] as const;

/** A path as somebody types it who stands in the project; outside of it the whole path. */
const shortPath = (file: string): string => {
  const path = relative(PROJECT, file);
  return path.startsWith('..') ? file : path;
};

/** Who works at the operators' desk, and what they sign with; it does not change while the world lives. */
export const deskCatalogue = ({ central, offices }: World) => ({
  consoleUrl: central.consoleUrl,
  operators: WORLD_OPERATORS,
  operatorPassword: WORLD_OPERATOR_PASSWORD,
  officeKeys: SIGNING_OFFICES.map((name) => ({
    office: offices.publicKey(name).office,
    file: shortPath(offices.keyFile(name)),
  })),
  officePassphrase: DEV_OFFICE_PASSPHRASE,
});

/** What the operators' authenticators show now; null: the centre does not say, or knows none of that name. */
export const deskState = async ({ central }: World) => ({
  operatorCodes: await Promise.all(
    WORLD_OPERATORS.map(async ({ login }) => ({ login, code: await operatorCode(central, login) })),
  ),
});
