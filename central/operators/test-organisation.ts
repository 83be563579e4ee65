import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import type { OrganisationSettings } from './organisation.ts';

/** Nobody listens there: the test reads the address the browser is sent back to. */
const REDIRECT = 'http://127.0.0.1:1/console/api/organisation/callback';

export interface TestOrganisation {
  readonly settings: OrganisationSettings;
  /** Somebody's browser at the provider: signs in there and answers the query it is sent back with. */
  signIn(startUrl: string, subject: string): Promise<string>;
  /** The provider is not there for a while. */
  close(): Promise<void>;
}

const REDIRECTS_AT_MOST = 12;

/** A real OpenID Connect provider on loopback, with its own sign-in pages, which let in whoever names themselves. */
export async function testOrganisation(): Promise<TestOrganisation> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const settings = {
    issuer,
    clientId: 'console',
    clientSecret: 'known-to-both-sides',
    redirectUri: REDIRECT,
  };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: settings.clientId,
        client_secret: settings.clientSecret,
        redirect_uris: [REDIRECT],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    features: { devInteractions: { enabled: true } },
    pkce: { required: () => true },
  });
  server.on('request', provider.callback());

  async function signIn(startUrl: string, subject: string): Promise<string> {
    const jar = new Map<string, string>();
    let url = startUrl;
    let form: string | null = null;
    for (let hop = 0; hop < REDIRECTS_AT_MOST; hop += 1) {
      const response: Response = await fetch(url, {
        redirect: 'manual',
        method: form === null ? 'GET' : 'POST',
        headers: {
          cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
          'content-type': 'application/x-www-form-urlencoded',
        },
        ...(form !== null && { body: form }),
      });
      for (const cookie of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
        jar.set(name, value);
      }
      form = null;
      const location = response.headers.get('location');
      if (location !== null) {
        url = new URL(location, url).href;
        if (url.startsWith(REDIRECT)) return new URL(url).search;
        continue;
      }
      const html = await response.text();
      url = new URL(/action="([^"]+)"/.exec(html)?.[1] ?? '', url).href;
      form = html.includes('value="login"') ? `prompt=login&login=${subject}&password=x` : 'prompt=consent';
    }
    throw new Error('the provider sent nobody back');
  }

  return {
    settings,
    signIn,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
