import type { IpcMain, IpcMainEvent, WebContents } from 'electron';
import { type ScreenMessage, screenMessage } from '../../src/contracts/command.ts';
import type { View } from '../../src/contracts/view.ts';
import type { Log } from '../core/log.ts';
import { CHANNELS } from './channels.ts';
import { isKioskAddress } from './kiosk-protocol.ts';

interface Screen {
  readonly ipcMain: Pick<IpcMain, 'on'>;
  readonly contents: WebContents;
  readonly onMessage: (message: ScreenMessage) => void;
  readonly log: Pick<Log, 'warn'>;
}

export interface ScreenLink {
  show(view: View): void;
  /** INV-6: at `false` the page forgets what it shows. */
  tellCore(present: boolean): void;
}

/** The kiosk page's line to the shell: what does not come from its main frame, or does not parse, is dropped. */
export function screenLink({ ipcMain, contents, onMessage, log }: Screen): ScreenLink {
  ipcMain.on(CHANNELS.message, (event, raw: unknown) => {
    if (!isFromKiosk(event, contents)) return log.warn('page-act-denied', { reason: 'sender' });
    const parsed = screenMessage.safeParse(raw);
    if (!parsed.success) return log.warn('screen-message-malformed', {});
    onMessage(parsed.data);
  });
  const send = (channel: string, message: unknown): void => {
    if (!contents.isDestroyed()) contents.send(channel, message);
  };
  return {
    show: (view) => send(CHANNELS.view, view),
    tellCore: (present) => send(CHANNELS.core, present),
  };
}

function isFromKiosk(event: IpcMainEvent, contents: WebContents): boolean {
  const { sender, senderFrame } = event;
  // Null once the frame has navigated or is gone.
  if (sender !== contents || senderFrame === null) return false;
  return senderFrame === contents.mainFrame && isKioskAddress(senderFrame.url);
}
