import type { Page } from 'playwright-core';
import { z } from 'zod';
import { type Command, command } from '../../src/contracts/command.ts';

/** What the worker says of a willing resident before a good camera. */
const SEEN: Command = {
  type: 'face-result',
  result: {
    outcome: 'measured',
    distance: 0.25,
    liveness: 'passed',
    frames: 40,
    model: 'seen-without-camera',
    durationMs: 1_000,
  },
};

const sent = z.object({ kind: z.literal('command'), revision: z.number(), command });

/**
 * For what comes after the face: the kiosk has no camera, and what its page says of that becomes, on the way to the
 * core, what the worker would have said. All else of the page is as it is; a turn of the head takes ten seconds on a
 * busy machine, and whole sessions with a camera are played beside these.
 */
export async function takeFaceAsSeen(page: Page): Promise<void> {
  await page.routeWebSocket(/.*/, (near) => {
    const far = near.connectToServer();
    near.onMessage((text) => far.send(asSeen(String(text))));
  });
}

function asSeen(text: string): string {
  const read = sent.safeParse(JSON.parse(text));
  if (!read.success || read.data.command.type !== 'face-result') return text;
  return JSON.stringify({ ...read.data, command: SEEN });
}
