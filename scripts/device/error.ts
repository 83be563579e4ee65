/** Expected trouble of a device command: printed as `{"error":{"code","message"}}`, exit status 1. */
export class DeviceCommandError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
