import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';

/** The policy the shells serve the page with. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "connect-src 'self' ws:",
  "worker-src 'self' blob:",
].join('; ');

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

export interface GalleryBrowser {
  readonly page: Page;
  /** What the page complained about, breaches of the content security policy among it. */
  readonly complaints: string[];
  readonly close: () => Promise<void>;
}

/** One build, one server, one Chromium with one page, for all pictures. */
export async function openGallery(): Promise<GalleryBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'gallery-'));
  await build({
    configFile: fileURLToPath(new URL('../../renderer/gallery/vite.config.ts', import.meta.url)),
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true },
  });
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://gallery').pathname);
    response.setHeader('Content-Type', TYPES[extname(path)] ?? 'application/octet-stream');
    response.setHeader('Content-Security-Policy', CONTENT_SECURITY_POLICY);
    createReadStream(join(folder, path))
      .on('error', () => response.writeHead(404).end())
      .pipe(response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the gallery has no port');
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-gpu',
    ],
  });
  const page = await browser.newPage({ viewport: { width: 1080, height: 1920 }, reducedMotion: 'reduce' });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`http://127.0.0.1:${address.port}/gallery.html`);
  await page.waitForFunction(() => 'gallery' in window);
  await page.evaluate(() => document.fonts.ready);
  return {
    page,
    complaints,
    async close() {
      await browser.close();
      server.closeAllConnections();
      await new Promise<void>((closed) => server.close(() => closed()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export const SIZES = [
  { width: 1080, height: 1920, name: 'portrait' },
  { width: 1920, height: 1080, name: 'landscape' },
] as const;
export const LOOKS = [
  { language: 'zh-CN', elder: false },
  { language: 'zh-CN', elder: true },
  { language: 'en', elder: false },
  { language: 'en', elder: true },
] as const;
