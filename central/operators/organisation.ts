import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  randomPKCECodeVerifier,
} from 'openid-client';
import { err, ok, type Result } from '../../src/result.ts';
import { recordAct } from '../console-api/operator-acts.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { isLoopbackHost } from '../dev/loopback.ts';
import type { Foundations } from '../foundations.ts';
import { instantIn, instantNow } from '../moments.ts';
import { randomToken } from '../secrets.ts';
import { openSession } from './sessions.ts';

/** Where the organisation's people sign in: its OpenID Connect provider, and what we are there. */
export interface OrganisationSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** `https://…/console/api/organisation/callback`, as it is registered at the provider. */
  readonly redirectUri: string;
}

/** To find one's phone and type a password (seconds). */
export const FLOW_SECONDS = 10 * 60;

export type OrganisationTrouble =
  /** The provider cannot be reached, or is none. */
  | 'unreachable'
  /** Not begun here, too old, or what came back does not belong to it. */
  | 'flow-invalid'
  /** Somebody of the organisation, and no operator. */
  | 'no-account';

/** Sign-in at the organisation: authorization code with PKCE, state and nonce (OpenID Connect Core 3.1). */
export interface Organisation {
  /** As subjects are kept: whoever changes provider must not inherit accounts. */
  readonly issuer: string;
  /** Where to send the browser. What must come back is kept in the database: any process may finish it. */
  begin(): Promise<Result<{ readonly url: string; readonly state: string }, OrganisationTrouble>>;
  /** `query`: what the provider sent the browser back with; `state`: what this browser was sent away with. */
  finish(
    query: URLSearchParams,
    state: string | null,
  ): Promise<Result<{ readonly token: string }, OrganisationTrouble>>;
}

export function organisationOf(
  { queries, clock, entropy }: Pick<Foundations, 'queries' | 'clock' | 'entropy'>,
  settings: OrganisationSettings,
): Organisation {
  const { issuer, clientId, clientSecret, redirectUri } = settings;
  let known: Configuration | null = null;

  /** Looked up once it is needed, and again until it was found: the provider may come up after us. */
  async function provider(): Promise<Configuration | null> {
    if (known !== null) return known;
    const server = new URL(issuer);
    // A provider on this machine is a test's; every other is reached over TLS alone.
    const execute = isLoopbackHost(server.hostname) ? [allowInsecureRequests] : [];
    try {
      known = await discovery(server, clientId, clientSecret, undefined, { execute });
      return known;
    } catch (error) {
      if (error instanceof Error) return null;
      throw error;
    }
  }

  /** Who signed in there, or null where anything of the answer does not fit. */
  async function subjectOf(
    configuration: Configuration,
    query: URLSearchParams,
    flow: { state: string; nonce: string; verifier: string },
  ): Promise<string | null> {
    const url = new URL(redirectUri);
    url.search = query.toString();
    try {
      const tokens = await authorizationCodeGrant(configuration, url, {
        expectedState: flow.state,
        expectedNonce: flow.nonce,
        pkceCodeVerifier: flow.verifier,
        idTokenExpected: true,
      });
      return tokens.claims()?.sub ?? null;
    } catch (error) {
      if (error instanceof Error) return null;
      throw error;
    }
  }

  return {
    issuer,
    begin: async () => {
      const configuration = await provider();
      if (configuration === null) return err('unreachable');
      const flow = {
        state: randomToken(entropy),
        nonce: randomToken(entropy),
        verifier: randomPKCECodeVerifier(),
      };
      const now = instantNow(clock);
      await queries.deleteFrom('oidc_flow').where('expires_at', '<=', now).execute();
      await queries
        .insertInto('oidc_flow')
        .values({ ...flow, expires_at: instantIn(clock, FLOW_SECONDS) })
        .execute();
      const url = buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: 'openid',
        state: flow.state,
        nonce: flow.nonce,
        code_challenge: await calculatePKCECodeChallenge(flow.verifier),
        code_challenge_method: 'S256',
      });
      return ok({ url: url.href, state: flow.state });
    },
    finish: async (query, state) => {
      if (state === null || query.get('state') !== state) return err('flow-invalid');
      // Taken out first: what comes back opens once, also when two processes hear it.
      const flow = await queries
        .deleteFrom('oidc_flow')
        .where('state', '=', state)
        .where('expires_at', '>', instantNow(clock))
        .returningAll()
        .executeTakeFirst();
      if (flow === undefined) return err('flow-invalid');
      const configuration = await provider();
      if (configuration === null) return err('unreachable');
      const subject = await subjectOf(configuration, query, flow);
      if (subject === null) return err('flow-invalid');
      return inTransaction(queries, async (q) => {
        const operator = await q
          .selectFrom('operator')
          .select('operator_id')
          .where('oidc_subject', '=', `${issuer} ${subject}`)
          .where('disabled_at', 'is', null)
          .executeTakeFirst();
        if (operator === undefined) return err('no-account');
        const operatorId = operator.operator_id;
        const detail = { organisation: true };
        await recordAct(q, clock, { operatorId, act: 'signed-in', subject: operatorId, detail });
        return ok({ token: await openSession(q, { clock, entropy }, operatorId) });
      });
    },
  };
}
