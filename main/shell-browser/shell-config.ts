import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '../../src/result.ts';

/** What a production image says about the browser shell; paths are taken from the program's own folder. */
const shellConfig = z.strictObject({
  /** The managed policy in `assets/chromium` allows this port and no other. */
  port: z.number().int().min(1024).max(65_535).default(8070),
  rendererDirectory: z.string().default('dist/renderer'),
  core: z.strictObject({
    entry: z.string().default('main/core/main.ts'),
    args: z.array(z.string()).default([]),
  }),
  /** Absent: another program shows the page. */
  window: z.strictObject({ profileDirectory: z.string(), chromium: z.string().optional() }).optional(),
});
export type ShellConfig = z.infer<typeof shellConfig>;

/** Reads the file a technician wrote; trouble is one sentence that names the file and the place in it. */
export function readShellConfig(path: string, programFolder: string): Result<ShellConfig, string> {
  const parsed = shellConfig.safeParse(readJson(path));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const place = issue?.path.join('.') || 'the file';
    return err(`${path} cannot be used: ${place}: ${issue?.message ?? 'is wrong'}`);
  }
  const { rendererDirectory, core } = parsed.data;
  return ok({
    ...parsed.data,
    rendererDirectory: resolve(programFolder, rendererDirectory),
    core: { ...core, entry: resolve(programFolder, core.entry) },
  });
}

/** The file's content; undefined where there is no file or no JSON, which the schema refuses. */
function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code !== undefined) return undefined;
    throw error;
  }
}
