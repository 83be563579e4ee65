import { createReadStream, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { faceModels } from '../../renderer/face/vite-models.ts';
import type { FacePage } from './page/face-page.ts';

const PAGE_ROOT = fileURLToPath(new URL('./page/', import.meta.url));
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
};

/** What the face worker needs of a Content-Security-Policy: WebAssembly, but no eval. */
const POLICY =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self' blob:; worker-src 'self'";

export interface OpenFacePage {
  readonly page: Page;
  /** Names of the built files. */
  readonly files: readonly string[];
  /** Calls the page's `globalThis.face`. */
  call<N extends keyof FacePage>(
    name: N,
    ...args: Parameters<FacePage[N]>
  ): Promise<Awaited<ReturnType<FacePage[N]>>>;
  /** Makes a picture reachable for the page; returns its address. */
  serve(picture: Uint8Array): string;
  close(): Promise<void>;
}

export interface FacePageOptions {
  /** A clip for Chromium's fake camera (`.mjpeg`). */
  readonly clip?: string;
  /** Builds the page with the dev dock's sample camera; a kiosk's build has none. */
  readonly devDock?: boolean;
}

/** Opens the kiosk's face code, as it is built for a kiosk, in a headless Chromium. */
export async function openFacePage(options: FacePageOptions = {}): Promise<OpenFacePage> {
  const pictures = new Map<string, Uint8Array>();
  const site = mkdtempSync(join(tmpdir(), 'yikatong-face-page-'));
  await build({
    root: PAGE_ROOT,
    configFile: false,
    logLevel: 'warn',
    plugins: [faceModels()],
    define: { __DEV_DOCK__: String(options.devDock === true) },
    build: {
      outDir: site,
      emptyOutDir: true,
      target: 'esnext',
      reportCompressedSize: false,
      chunkSizeWarningLimit: 3000,
    },
  });
  const server = createHttpServer((request, response) => {
    const path = (request.url ?? '/').replace(/\/$/, '/index.html');
    const picture = pictures.get(path);
    const file = join(site, path);
    response.setHeader('Content-Security-Policy', POLICY);
    response.setHeader('Content-Type', CONTENT_TYPES[extname(path)] ?? 'application/octet-stream');
    if (picture !== undefined) response.end(picture);
    else if (existsSync(file)) createReadStream(file).pipe(response);
    else response.writeHead(204).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const profile = mkdtempSync(join(tmpdir(), 'yikatong-face-'));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: chromiumArguments(options.clip),
  });
  const page = browser.pages()[0] ?? (await browser.newPage());
  page.on('pageerror', (error) => process.stderr.write(`page: ${error.message}\n`));
  page.on(
    'console',
    (message) => message.type() === 'error' && process.stderr.write(`page: ${message.text()}\n`),
  );
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.waitForFunction(() => 'face' in globalThis);

  return {
    page,
    files: readdirSync(site, { recursive: true, encoding: 'utf8' }),
    call: (name, ...args) =>
      page.evaluate(
        ([method, values]) => {
          const { face } = globalThis as unknown as {
            face: Record<string, (...given: unknown[]) => Promise<never>>;
          };
          const called = face[method];
          if (called === undefined) throw new Error(`the page has no ${method}`);
          return called(...values);
        },
        [name, args] as const,
      ),
    serve(picture) {
      const address = `/picture/${pictures.size}`;
      pictures.set(address, picture);
      return address;
    },
    async close() {
      await browser.close();
      await new Promise((closed) => server.close(closed));
      for (const folder of [profile, site]) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function chromiumArguments(clip: string | undefined): string[] {
  const quiet = [
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  const camera = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
  const file = clip === undefined ? [] : [`--use-file-for-fake-video-capture=${clip}`];
  // Chromium refuses its sandbox to root, which is who runs continuous integration; a kiosk never runs so.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return [...quiet, ...camera, ...file, ...sandbox, '--disable-gpu'];
}
