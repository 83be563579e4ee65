import { TOTP } from 'otpauth';
import type { z } from 'zod';
import { CONSOLE_API, CSRF_HEADER, invitationSeen, signedIn } from '../../src/contracts/console/access.ts';

const PASSWORD = 'harbour-lantern-seventeen';

/** Somebody at the operators' desk: signed in with password and authenticator, as a page of the console asks. */
export interface Person {
  ask<T>(method: 'GET' | 'POST' | 'PUT', path: string, answer: z.ZodType<T>, body?: object): Promise<T>;
}

/** Takes an invitation up at the centre at this address. */
export async function takeUpInvitation(address: string, invitation: string): Promise<Person> {
  const open = (path: string, body: object) => send(address, 'POST', path, {}, body);
  const seen = invitationSeen.parse(await (await open('invitations/looks', { invitation })).json());
  const code = new TOTP({ secret: seen.secret }).generate();
  const entered = await open('invitations/acceptances', { invitation, password: PASSWORD, code });
  const { csrf } = signedIn.parse(await entered.json());
  const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return {
    ask: async (method, path, answer, body) => {
      const response = await send(address, method, path, { cookie, [CSRF_HEADER]: csrf }, body);
      return answer.parse(await response.json());
    },
  };
}

async function send(
  address: string,
  method: string,
  path: string,
  own: Readonly<Record<string, string>>,
  body?: object,
): Promise<Response> {
  const response = await fetch(`${address}${CONSOLE_API}/${path}`, {
    method,
    headers: {
      origin: address,
      'sec-fetch-site': 'same-origin',
      ...(body && { 'content-type': 'application/json' }),
      ...own,
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (response.ok) return response;
  throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
}
