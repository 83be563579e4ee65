/** Why an office's command did nothing: a code for programs, a sentence for the person at the keyboard. */
export class OfficeError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
