import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

export interface ProgramEnd {
  readonly status: number | null;
  /** The JSON object on the last line of stdout: what our commands promise (architecture, Commands). */
  readonly object: Record<string, unknown>;
}

/** Runs a program in the project's folder without blocking this one, which may be serving it virtual hardware. */
export async function runProgram(program: string, args: readonly string[]): Promise<ProgramEnd> {
  const child = spawn(program, [...args], { cwd: PROJECT, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let trouble = '';
  child.stdout.on('data', (bytes: Buffer) => {
    out += bytes.toString();
  });
  child.stderr.on('data', (bytes: Buffer) => {
    trouble += bytes.toString();
  });
  const [status] = (await once(child, 'close')) as [number | null];
  const last = out.trim().split('\n').at(-1) ?? '';
  if (!last.startsWith('{')) throw new Error(`${program} ended with ${status} and no JSON: ${out}${trouble}`);
  return { status, object: JSON.parse(last) };
}
