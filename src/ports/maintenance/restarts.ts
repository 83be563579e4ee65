/** Ends core or restarts the machine; the technician comes back signed in. */
export interface Restarts {
  /** Core ends at once and its supervisor starts another. */
  core(technician: string): Promise<void>;
  machine(technician: string): Promise<'restarting' | 'no-command' | 'command-failed'>;
  /** Another after each restart of the machine. */
  boot(): string;
}
