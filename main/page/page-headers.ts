export interface PageHeaderOptions {
  /** Origin of the dev dock, which shows the kiosk in a frame of its own page; never given in production. */
  readonly devDockOrigin?: string;
}

/**
 * The kiosk page may load, run, show and talk to nothing but its own origin. No inline script or style: what runs
 * is what was built. `wasm-unsafe-eval` compiles the face models' WebAssembly and nothing else.
 */
export function contentSecurityPolicy({ devDockOrigin }: PageHeaderOptions = {}): string {
  return [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    // Chip portraits and the card photo arrive in a view and are shown from memory.
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    `frame-ancestors ${devDockOrigin ?? "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** Asked for by no screen, so switched off for the page and whatever it might load. */
const UNUSED_FEATURES = [
  'accelerometer',
  'browsing-topics',
  'clipboard-read',
  'clipboard-write',
  'display-capture',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

/** Response headers of everything both shells serve. */
export function pageHeaders(options: PageHeaderOptions = {}): Readonly<Record<string, string>> {
  const camera = options.devDockOrigin ? `(self "${options.devDockOrigin}")` : '(self)';

  const off = UNUSED_FEATURES.map((feature) => `${feature}=()`);
  return {
    'Content-Security-Policy': contentSecurityPolicy(options),
    'Permissions-Policy': [`camera=${camera}`, ...off].join(', '),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-cache',
    ...(options.devDockOrigin ? {} : { 'X-Frame-Options': 'DENY' }),
  };
}
