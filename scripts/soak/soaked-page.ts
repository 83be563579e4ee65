import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumArguments, chromiumPath } from '../world/chromium.ts';
import { UPRIGHT } from '../world/kiosk-page.ts';
import { takeFaceAsSeen } from '../world/seen-face.ts';

/** What Chromium says of the kiosk's page, rubbish collected first. */
export interface PageFigures {
  readonly heapBytes: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly documents: number;
}

export interface SoakedPage {
  figures(): Promise<PageFigures>;
  /** Errors nobody caught, and console errors. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Chromium at the kiosk's address. It has no camera; what its page says of that becomes a face that was seen. */
export async function openSoakedPage(url: string): Promise<SoakedPage> {
  const executablePath = chromiumPath();
  if (executablePath === null) throw new Error('Chromium is missing: apt-get install chromium');
  const profile = mkdtempSync(join(tmpdir(), 'yikatong-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    viewport: { ...UPRIGHT },
    args: chromiumArguments(null),
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  await takeFaceAsSeen(page);
  await page.goto(url);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  return {
    complaints,
    async figures() {
      await session.send('HeapProfiler.collectGarbage');
      const { metrics } = await session.send('Performance.getMetrics');
      const value = (name: string): number => metrics.find((one) => one.name === name)?.value ?? 0;
      return {
        heapBytes: value('JSHeapUsedSize'),
        nodes: value('Nodes'),
        listeners: value('JSEventListeners'),
        documents: value('Documents'),
      };
    },
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
