import { readFileSync } from 'node:fs';
import type { Restarts } from '../../../../src/ports/maintenance/restarts.ts';
import type { AuditTrail } from '../../../../src/ports/transactions.ts';
import { type CommandLine, runCommand } from './run-command.ts';

/** The kernel's own name for this start of the machine. */
const BOOT_ID = '/proc/sys/kernel/random/boot_id';

export interface RestartParts {
  readonly audit: AuditTrail;
  /** The technician comes back signed in after the restart. */
  readonly prepareReturn: () => void;
  /** Ends this process; its supervisor starts another. */
  readonly end: () => void;
  readonly command: CommandLine | undefined;
}

/** Restarts that a technician asked for, on record before they happen. */
export const restarts = ({ audit, prepareReturn, end, command }: RestartParts): Restarts => ({
  async core(technician) {
    audit.record('restart-asked', { what: 'core', technician });
    prepareReturn();
    end();
  },
  async machine(technician) {
    if (!command) return 'no-command';
    audit.record('restart-asked', { what: 'machine', technician });
    prepareReturn();
    const ran = await runCommand(command);
    return ran.ok ? 'restarting' : ran.error;
  },
  boot: () => readFileSync(BOOT_ID, 'utf8').trim(),
});
