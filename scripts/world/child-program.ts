import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

export interface ChildProgram {
  readonly child: ChildProcess;
  /** The JSON object it printed when it was ready. */
  readonly ready: Record<string, unknown>;
  stop(): Promise<void>;
}

/** Starts one of our programs and waits for the JSON line with which it says it is ready. */
export async function startProgram(
  args: readonly string[],
  options: { env?: NodeJS.ProcessEnv; logFile: string; readyWithinMs: number },
): Promise<ChildProgram> {
  const child = spawn(process.execPath, [...args], {
    cwd: PROJECT,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = createWriteStream(options.logFile, { flags: 'a' });
  let said = '';
  child.stderr?.on('data', (bytes: Buffer) => {
    said = (said + bytes.toString()).slice(-2_000);
    log.write(bytes);
  });
  const ready = await new Promise<Record<string, unknown>>((resolve, reject) => {
    let out = '';
    const late = setTimeout(
      () => fail(`did not start within ${options.readyWithinMs / 1_000} s`),
      options.readyWithinMs,
    );
    const fail = (why: string) => {
      clearTimeout(late);
      child.kill('SIGKILL');
      reject(new Error(`${args[0]} ${why}. ${said.trim()}`));
    };
    child.once('exit', (status) => fail(`ended with status ${status}`));
    child.once('error', (error) => fail(error.message));
    child.stdout?.on('data', (bytes: Buffer) => {
      out += bytes.toString();
      log.write(bytes);
      const line = out.split('\n').find((text) => text.startsWith('{') && text.endsWith('}'));
      if (line === undefined) return;
      clearTimeout(late);
      child.removeAllListeners('exit');
      out = '';
      resolve(JSON.parse(line));
    });
  });
  return {
    child,
    ready,
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve();
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
        setTimeout(() => child.kill('SIGKILL'), 3_000).unref();
      }),
  };
}
