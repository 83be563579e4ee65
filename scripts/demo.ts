import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { play } from './demo/play.ts';
import { buildWhereStale, KIOSK_PAGE } from './start/built-pages.ts';
import { LYING, openKiosk, UPRIGHT } from './world/kiosk-page.ts';
import { startWorld } from './world/world.ts';

/**
 * `npm run demo -- activate --out DIR`: a resident's session before the real screens, on virtual hardware. The last
 * line printed is one JSON object (architecture, Commands); trouble is `{"error"}` and exit status 1.
 */
const USAGE =
  'npm run demo -- apply|activate --out DIR [--resident ID] [--language zh-CN|en] [--elder] [--landscape]';
const RESIDENTS = { apply: 'apply-plain-2', activate: 'activate-3.0' } as const;

function readOptions() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      resident: { type: 'string' },
      language: { type: 'string', default: 'zh-CN' },
      elder: { type: 'boolean', default: false },
      landscape: { type: 'boolean', default: false },
    },
  });
  const [service] = positionals;
  const { out, language, elder, landscape } = values;
  if (service !== 'apply' && service !== 'activate') throw new Error(`which service? ${USAGE}`);
  if (out === undefined) throw new Error(`where to? ${USAGE}`);
  if (language !== 'zh-CN' && language !== 'en') throw new Error(`which language? ${USAGE}`);
  return {
    service,
    out: resolve(out),
    residentId: values.resident ?? RESIDENTS[service],
    screen: { language, elder, viewport: landscape ? LYING : UPRIGHT },
  } as const;
}

async function demo(): Promise<object> {
  const { service, out, residentId, screen } = readOptions();
  const built = buildWhereStale(KIOSK_PAGE);
  if (!built.ok) throw new Error(built.error);
  mkdirSync(out, { recursive: true });
  const world = await startWorld();
  try {
    const resident = world.resident(residentId);
    const kiosk = await openKiosk(world, { residentId, ...screen });
    try {
      for (const note of world.hardware.notes) console.error(note);
      return { service, ...(await play({ world, kiosk, resident, service }, out)) };
    } finally {
      await kiosk.close();
    }
  } finally {
    await world.stop();
  }
}

try {
  console.log(JSON.stringify(await demo()));
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  console.log(JSON.stringify({ error: { code: 'demo-failed', message } }));
  process.exitCode = 1;
}
