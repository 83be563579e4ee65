import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { serviceId } from '../src/contracts/service.ts';
import { DEFAULT_PACK } from '../src/policy/default-pack.ts';
import { play } from './demo/play.ts';
import { WILLING_RESIDENTS } from './demo/willing-residents.ts';
import { buildWhereStale, KIOSK_PAGE } from './start/built-pages.ts';
import { LYING, openKiosk, UPRIGHT } from './world/kiosk-page.ts';
import { startWorld } from './world/world.ts';

/**
 * `npm run demo -- activate --out DIR`: a resident's session before the real screens, on virtual hardware. The last
 * line printed is one JSON object (architecture, Commands); trouble is `{"error"}` and exit status 1.
 */
const USAGE = `npm run demo -- SERVICE --out DIR [--resident ID] [--pack NAME] [--language zh-CN|en] [--elder] [--landscape]
SERVICE: ${serviceId.options.join(', ')}`;

function readOptions() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      resident: { type: 'string' },
      pack: { type: 'string', default: DEFAULT_PACK },
      language: { type: 'string', default: 'zh-CN' },
      elder: { type: 'boolean', default: false },
      landscape: { type: 'boolean', default: false },
    },
  });
  const service = serviceId.safeParse(positionals[0]).data;
  const { out, pack, language, elder, landscape } = values;
  if (service === undefined) throw new Error(`which service? ${USAGE}`);
  if (out === undefined) throw new Error(`where to? ${USAGE}`);
  if (language !== 'zh-CN' && language !== 'en') throw new Error(`which language? ${USAGE}`);
  return {
    service,
    pack,
    out: resolve(out),
    residentId: values.resident ?? WILLING_RESIDENTS[service],
    screen: { language, elder, viewport: landscape ? LYING : UPRIGHT },
  } as const;
}

async function demo(): Promise<object> {
  const { service, pack, out, residentId, screen } = readOptions();
  const built = buildWhereStale(KIOSK_PAGE);
  if (!built.ok) throw new Error(built.error);
  mkdirSync(out, { recursive: true });
  const world = await startWorld({ pack });
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
