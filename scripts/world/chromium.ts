import { existsSync } from 'node:fs';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Chromium on this machine, or null: the remedy is `apt-get install chromium`, or its path in CHROMIUM. */
export function chromiumPath(): string | null {
  return process.env.CHROMIUM ?? CHROMIUM.find((path) => existsSync(path)) ?? null;
}

const QUIET = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Chromium refuses its sandbox to root, which is who runs continuous integration; a kiosk never runs so. */
const sandbox = (): string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);

/** A browser that asks for nothing, fetches nothing, and sees this clip (`.mjpeg`) through its camera; null: no camera. */
export function chromiumArguments(clip: string | null): string[] {
  const camera =
    clip === null
      ? []
      : [
          '--use-fake-device-for-media-stream',
          '--use-fake-ui-for-media-stream',
          `--use-file-for-fake-video-capture=${clip}`,
        ];
  return [...QUIET, ...camera, ...sandbox()];
}
