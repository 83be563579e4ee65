/** A text of a file, which it holds once, and what stands there instead when the check is out. */
export interface Check {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** One way of attacking a kiosk through its configuration. */
export interface Attack {
  /** As TUF and Uptane name it; a class may be tried in several ways. */
  readonly class: string;
  readonly way: string;
  /** What stands against it. Without it, the attack succeeds. */
  readonly check: Check;
  /** Whether the attacker got what they wanted. */
  readonly succeeds: () => Promise<boolean>;
}

const UPDATER = 'main/core/configuration';
const RULES = 'src/configuration';

export const inFile = {
  statement: (from: string, to: string): Check => ({ file: `${RULES}/verify-statement.ts`, from, to }),
  assignment: (from: string, to: string): Check => ({ file: `${RULES}/check-assignment.ts`, from, to }),
  orders: (from: string, to: string): Check => ({ file: `${RULES}/check-orders.ts`, from, to }),
  document: (from: string, to: string): Check => ({ file: `${RULES}/check-document.ts`, from, to }),
  admission: (from: string, to: string): Check => ({ file: `${RULES}/admit-document.ts`, from, to }),
  trust: (from: string, to: string): Check => ({ file: `${UPDATER}/trust-keeper.ts`, from, to }),
  gathering: (from: string, to: string): Check => ({ file: `${UPDATER}/gather-set.ts`, from, to }),
  fetching: (from: string, to: string): Check => ({ file: `${UPDATER}/fetch-document.ts`, from, to }),
  updater: (from: string, to: string): Check => ({ file: `${UPDATER}/configuration-updater.ts`, from, to }),
  reading: (from: string, to: string): Check => ({ file: 'main/core/sync/read-answer.ts', from, to }),
  exchange: (from: string, to: string): Check => ({ file: 'main/core/sync/http-exchange.ts', from, to }),
};
