import { isIP } from 'node:net';
import { z } from 'zod';
import { err, ok, type Result } from '../../src/result.ts';
import type { OrganisationSettings } from '../operators/organisation.ts';

/** How operators reach the console. */
export interface DeskSettings {
  /** null: local accounts alone. */
  readonly organisation: OrganisationSettings | null;
  /** Proxies before this service whose word is taken for who asks, and by which name. */
  readonly trustedProxies: readonly string[];
}

export const LOCAL_DESK: DeskSettings = { organisation: null, trustedProxies: [] };

const organisation = z.object({
  issuer: z.url(),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  redirectUri: z.url().endsWith('/console/api/organisation/callback'),
});

/** Reads them from the environment; the error is one sentence for a person. */
export function deskSettings(
  environment: Readonly<Record<string, string | undefined>>,
): Result<DeskSettings, string> {
  const trustedProxies = (environment.CENTRAL_TRUSTED_PROXIES ?? '')
    .split(/[\s,]+/)
    .filter((one) => one !== '');
  const strange = trustedProxies.some((one) => isIP(one.split('/')[0] ?? '') === 0);
  if (strange) return err('CENTRAL_TRUSTED_PROXIES must be addresses, with commas between them.');
  const given = {
    issuer: environment.CENTRAL_OIDC_ISSUER,
    clientId: environment.CENTRAL_OIDC_CLIENT_ID,
    clientSecret: environment.CENTRAL_OIDC_CLIENT_SECRET,
    redirectUri: environment.CENTRAL_OIDC_REDIRECT,
  };
  if (Object.values(given).every((value) => value === undefined)) {
    return ok({ organisation: null, trustedProxies });
  }
  const read = organisation.safeParse(given);
  if (read.success) return ok({ organisation: read.data, trustedProxies });
  return err(
    'Set all of CENTRAL_OIDC_ISSUER, CENTRAL_OIDC_CLIENT_ID, CENTRAL_OIDC_CLIENT_SECRET and CENTRAL_OIDC_REDIRECT ' +
      '(https://…/console/api/organisation/callback), or none of them.',
  );
}
