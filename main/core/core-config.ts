import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { err, ok, type Result } from '../../src/result.ts';
import { DEVICE_CLASSES } from './devices/devices-config.ts';

/** A program and its arguments, started without a shell; words in braces are filled in. */
const command = z.array(z.string().min(1)).min(1);

/** What core may ask of the machine under it; what is absent a technician does by hand, and is told so. */
const machineConfig = z.strictObject({
  /** `{seconds}` since the epoch, `{utc}` as `2026-11-22 01:41:00`: e.g. `["date", "-u", "-s", "@{seconds}"]`. */
  setClock: command.optional(),
  /** e.g. `["systemctl", "reboot"]` */
  restart: command.optional(),
  /** NetworkManager's `nmcli`, or what leads to it: e.g. `["sudo", "nmcli"]`. */
  network: command.optional(),
  /** Ends when the touch screen is calibrated. */
  calibrateTouch: command.optional(),
  /** A file that is there while the system sees the touch controller, e.g. below `/dev/input/by-id`. */
  touchDevice: z.string().min(1).optional(),
  /** Has the touch controller begin anew, when it is gone or quiet for days. */
  resetTouch: command.optional(),
});

/** Where a device may be that is plugged in anew and that no bus of the machine lists. */
const discoveryConfig = z.strictObject({
  tcp: z
    .array(
      z.strictObject({
        deviceClass: z.enum(DEVICE_CLASSES),
        driver: z.string().min(1),
        /** As in `devices.json`. */
        transport: z.string().min(1),
        /** What its driver needs there. */
        options: z.record(z.string(), z.unknown()).default({}),
      }),
    )
    .max(50)
    .default([]),
});

/** What one kiosk's core is told at its start, as a JSON file. */
const coreConfig = z.strictObject({
  kioskName: z.string().min(1).max(80),
  /** Holds the store and its key; made where missing. */
  folder: z.string().min(1),
  policyFile: z.string().min(1),
  /** Holds the lists of places and the answers a pack names. */
  assetsFolder: z.string().min(1).default('assets'),
  devicesFile: z.string().min(1),
  /** Who is let into maintenance mode (src/contracts/maintenance/technician-list.ts); read at each sign-in. */
  techniciansFile: z.string().min(1).optional(),
  /**
   * The signed root of trust (`yikatong-root`) the software was shipped with; where absent the kiosk runs what was
   * shipped, for ever (INV-7).
   */
  rootFile: z.string().min(1).optional(),
  /** What this kiosk is: documents may be meant for some regions or models alone. */
  place: z.strictObject({ region: z.string().min(1).max(40), model: z.string().min(1).max(40) }).optional(),
  /** Where the system names the machine's boot: power cuts are told from crashes by it. */
  bootIdFile: z.string().default('/proc/sys/kernel/random/boot_id'),
  centralUrl: z.url(),
  /** One-time code; used once, on the first start. */
  enrolmentCode: z.string().optional(),
  /** Development alone: a file naming the crash point at which core kills itself (settlement tests). */
  crashPointFile: z.string().optional(),
  /** Names the machine the store is bound to. */
  machineIdFile: z.string().default('/etc/machine-id'),
  /** Development alone: a file with milliseconds by which core's clock is off. */
  clockOffsetFile: z.string().optional(),
  /** Development alone: a file with a number; a resident's patience runs out that many times faster. */
  hurryFile: z.string().optional(),
  machine: machineConfig.default({}),
  discovery: discoveryConfig.default({ tcp: [] }),
  /** Folders under which USB sticks are mounted. */
  stickRoots: z.array(z.string().min(1)).max(10).default(['/media', '/run/media']),
  /** Development alone: a plain folder below `stickRoots` stands for a stick. */
  sticksAreFolders: z.boolean().default(false),
});
export type CoreConfig = z.infer<typeof coreConfig>;

/** Reads the file; the error is one sentence for the technician. */
export function readCoreConfig(path: string | undefined): Result<CoreConfig, string> {
  if (path === undefined) return err('Core needs the path of its configuration file.');
  const text = readTextFile(path);
  if (text === null) return err(`The configuration file ${path} can't be read.`);
  const parsed = coreConfig.safeParse(parseJson(text));
  return parsed.success
    ? ok(parsed.data)
    : err(`The configuration file ${path} is not right: ${z.prettifyError(parsed.error)}`);
}

/** null where the file can't be read. */
export function readTextFile(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
