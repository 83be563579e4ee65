import { contextBridge, ipcRenderer } from 'electron';
import { CHANNELS } from './channels.ts';

/**
 * The one object the page gets. Built to CommonJS (`preload.cjs`): a sandboxed preload cannot be a module.
 * `ipcRenderer` itself stays here, and events reach the page without their sender.
 */
const kiosk = {
  onView(listener: (view: unknown) => void): void {
    ipcRenderer.on(CHANNELS.view, (_, view: unknown) => listener(view));
  },
  onCore(listener: (present: boolean) => void): void {
    ipcRenderer.on(CHANNELS.core, (_, present: unknown) => listener(present === true));
  },
  send(message: unknown): void {
    ipcRenderer.send(CHANNELS.message, message);
  },
};
export type KioskBridge = typeof kiosk;

contextBridge.exposeInMainWorld('kiosk', kiosk);
