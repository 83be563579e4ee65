import { TOTP } from 'otpauth';
import type { Browser } from 'playwright-core';
import { askConsole } from '../../../central/console-bench.ts';
import type { DevOperator } from '../../../central/dev/operator-routes.ts';
import { makeOperator } from '../../../scripts/world/operators.ts';
import type { World } from '../../../scripts/world/world.ts';
import { CSRF_HEADER } from '../../../src/contracts/console/access.ts';
import type { OperatorRole } from '../../../src/contracts/console/roles.ts';
import { Desk } from './desk.ts';

/** A code is good for half a minute, and opens once: who signs in again takes the next one. */
const STEP_MS = 30_000;

/** Somebody who works at the desk. */
export class Person {
  readonly account: DevOperator;
  readonly #world: World;

  constructor(world: World, account: DevOperator) {
    this.#world = world;
    this.account = account;
  }

  static async withRoles(world: World, login: string, roles: readonly OperatorRole[]): Promise<Person> {
    return new Person(world, await makeOperator(world.central, { login, name: login, roles }));
  }

  /** What their authenticator shows now, or so many half minutes later. */
  code(later = 0): string {
    const totp = new TOTP({ secret: this.account.totpSecret });
    return totp.generate({ timestamp: Date.now() + later * STEP_MS });
  }

  /** At the desk, through the door: login, password, code. */
  async signIn(browser: Browser): Promise<Desk> {
    const desk = await Desk.atTheDoor(browser, this.#world.central.consoleUrl);
    await this.knockAt(desk, this.code());
    await desk.signOut.waitFor();
    return desk;
  }

  /** At the desk already: who has a session that is open needs no door. */
  async atTheDesk(browser: Browser): Promise<Desk> {
    const [name = '', value = ''] = this.account.session.cookie.split(/=(.*)/s);
    const desk = await Desk.open(browser, this.#world.central.consoleUrl, { name, value });
    await desk.signOut.waitFor();
    return desk;
  }

  /** With their own login and password, and this code. */
  knockAt(desk: Desk, code: string): Promise<number> {
    return desk.knock(this.account.login, this.account.password, code);
  }

  /** What their open page could ask of the centre, without the page. */
  ask(method: string, path: string, body?: unknown) {
    const { cookie, csrf } = this.account.session;
    return askConsole(this.#world.central, path, {
      method,
      headers: { cookie, [CSRF_HEADER]: csrf },
      ...(body === undefined ? {} : { body }),
    });
  }
}
