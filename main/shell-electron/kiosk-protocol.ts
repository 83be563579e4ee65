import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { pageHeaders } from '../page/page-headers.ts';

export const KIOSK_SCHEME = 'kiosk';
export const KIOSK_ORIGIN = `${KIOSK_SCHEME}://app`;
export const KIOSK_PAGE = `${KIOSK_ORIGIN}/index.html`;

/** What the page needs of its scheme: an origin of its own, workers, fetch, WebAssembly streaming, the camera. */
export const KIOSK_PRIVILEGES = {
  standard: true,
  secure: true,
  supportFetchAPI: true,
  stream: true,
  codeCache: true,
} as const;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
};

/** True for an address of the kiosk's own page, and for nothing that only looks like it. */
export function isKioskAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host } = new URL(address);
  return protocol === `${KIOSK_SCHEME}:` && host === 'app';
}

/** Answers `kiosk://app/…` from the built renderer: its files, with the page's headers, and nothing else. */
export function serveRenderer(rendererDirectory: string): (request: Request) => Promise<Response> {
  const headers = pageHeaders();
  const refuse = (status: number): Response => new Response(null, { status, headers });
  return async ({ method, url }) => {
    if (method !== 'GET' && method !== 'HEAD') return refuse(405);
    const path = isKioskAddress(url) ? filePath(new URL(url).pathname) : null;
    if (path === null) return refuse(404);
    try {
      const root = await realpath(rendererDirectory);
      const file = await realpath(join(root, path));
      if (!file.startsWith(root + sep)) return refuse(404);
      const type = CONTENT_TYPES[extname(file)] ?? 'application/octet-stream';
      const body = new Uint8Array(await readFile(file));
      return new Response(method === 'HEAD' ? null : body, { headers: { ...headers, 'Content-Type': type } });
    } catch (error) {
      // A directory, a name that is none, a file that is not there: all the same to the page.
      if ((error as NodeJS.ErrnoException).code === undefined) throw error;
      return refuse(404);
    }
  };
}

/** The path below the renderer; null where it would leave it or is not a path at all. */
function filePath(pathname: string): string | null {
  try {
    const path = decodeURIComponent(pathname);
    const parts = path.split(/[/\\]/);
    return path.includes('\0') || parts.some((part) => part.startsWith('.')) ? null : path;
  } catch {
    // Not percent-encoding.
    return null;
  }
}
