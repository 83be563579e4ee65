import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { operationOutcome } from '../../src/contracts/central/operations.ts';
import { PEOPLE } from '../../src/fictitious-residents/portrait-people.ts';
import type { FictitiousResident } from '../../src/fictitious-residents/resident.ts';
import { DEFAULT_PACK } from '../../src/policy/default-pack.ts';
import { portraitJpeg } from '../clips/portrait-pictures.ts';
import { type ChildProgram, startProgram } from './child-program.ts';

const READY_WITHIN_MS = 30_000;

/** Photo on file as an office keeps it (APPLY-4: 358 × 441). */
const PHOTO_ON_FILE = { width: 358, height: 441, quality: 80 } as const;

const messages = z.object({
  messages: z.array(z.object({ at: z.string(), mobile: z.string(), text: z.string() })),
});
const operations = z.object({
  operations: z.array(
    z.object({
      key: z.string(),
      kind: z.string().nullable(),
      receiptReference: z.string().nullable(),
      outcome: operationOutcome,
    }),
  ),
});
const enrolment = z.object({ code: z.string() });

/** Where the service keeps its database and its keys. */
export const centralFolder = (folder: string): string => join(folder, 'central');

export type CentralFault = 'refuse' | 'hold' | 'drop-before-effect' | 'answer-late' | 'drop-after-effect';

/** The reference central service in a process of its own, in development mode. */
export class CentralDev {
  readonly url: string;
  readonly #program: ChildProgram;

  private constructor(program: ChildProgram) {
    this.#program = program;
    this.url = String(program.ready.address);
  }

  /** `rootFile`: first root of signed configuration; null: the one kept from before, or none. */
  static async start(
    folder: string,
    residents: readonly FictitiousResident[],
    port = 0,
    policyFile = `assets/policy/${DEFAULT_PACK}.json`,
    rootFile: string | null = null,
  ): Promise<CentralDev> {
    const portraits = join(folder, 'portraits');
    mkdirSync(portraits, { recursive: true });
    for (const resident of residents.filter(({ photoOnFile }) => photoOnFile)) {
      writeFileSync(
        join(portraits, `${resident.id}.jpg`),
        portraitJpeg(PEOPLE[resident.portrait], PHOTO_ON_FILE),
      );
    }
    const program = await startProgram(
      [
        'central/main.ts',
        '--dev',
        '--port',
        String(port),
        '--data-dir',
        centralFolder(folder),
        '--policy',
        policyFile,
        '--portraits',
        portraits,
        ...(rootFile === null ? [] : ['--root', rootFile]),
      ],
      { logFile: join(folder, 'central.log'), readyWithinMs: READY_WITHIN_MS },
    );
    return new CentralDev(program);
  }

  /** Where operators sign in. */
  get consoleUrl(): string {
    return `${this.url}/console/`;
  }

  get port(): number {
    return Number(new URL(this.url).port);
  }

  async enrolmentCode(): Promise<string> {
    return enrolment.parse(await this.#post('/dev/enrolment-codes', {})).code;
  }

  /** Text messages, newest first. */
  async sms(): Promise<z.infer<typeof messages>['messages']> {
    return messages.parse(await this.#get('/dev/sms')).messages;
  }

  /** Every operation, or those received since a moment (ISO 8601), oldest first. */
  async operations(since?: string): Promise<z.infer<typeof operations>['operations']> {
    const which = since === undefined ? '' : `?receivedSince=${encodeURIComponent(since)}`;
    return operations.parse(await this.#get(`/dev/operations${which}`)).operations;
  }

  residents(): Promise<unknown> {
    return this.#get('/dev/residents');
  }

  auditTrail(): Promise<unknown> {
    return this.#get('/dev/audit-trail');
  }

  async fail(plan: {
    method: 'GET' | 'POST' | 'PUT';
    route: string;
    mode: CentralFault;
    times?: number;
    delayMs?: number;
  }): Promise<void> {
    await this.#post('/dev/faults', plan);
  }

  async clearFaults(): Promise<void> {
    await this.#call('/dev/faults', { method: 'DELETE' });
  }

  async reset(): Promise<void> {
    await this.#post('/dev/reset', {});
  }

  /** SIGKILL, as a power cut would; resolves when it is gone. */
  async kill(): Promise<void> {
    const { child } = this.#program;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  stop(): Promise<void> {
    return this.#program.stop();
  }

  #get(path: string): Promise<unknown> {
    return this.#call(path, {});
  }

  #post(path: string, body: object): Promise<unknown> {
    return this.#call(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  async #call(path: string, init: RequestInit): Promise<unknown> {
    const answer = await fetch(this.url + path, init);
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }
}
