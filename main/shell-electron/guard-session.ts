import type { Session } from 'electron';
import type { Log } from '../core/log.ts';
import { isKioskAddress } from './kiosk-protocol.ts';

/** Denies the page every permission but the camera, every download, and every address but its own. */
export function guardSession(session: Session, log: Pick<Log, 'warn'>): void {
  const deny = (reason: string) => log.warn('page-act-denied', { reason });

  session.setPermissionRequestHandler((_, permission, callback, details) => {
    const mediaTypes = 'mediaTypes' in details ? details.mediaTypes : undefined;
    const cameraOnly = mediaTypes?.length === 1 && mediaTypes[0] === 'video';
    const granted =
      permission === 'media' && cameraOnly && details.isMainFrame && isKioskAddress(details.requestingUrl);
    if (!granted) deny(permission);
    callback(granted);
  });
  session.setPermissionCheckHandler(
    (_, permission, requestingOrigin, details) =>
      permission === 'media' && details.mediaType === 'video' && isKioskAddress(requestingOrigin),
  );
  // Devices are core's: the page asks for none over WebUSB, WebHID or Web Serial.
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => {
    event.preventDefault();
    deny('download');
  });
  session.webRequest.onBeforeRequest(({ url }, callback) => {
    const own = isKioskAddress(url) || url.startsWith(`blob:kiosk://app/`) || url.startsWith('data:');
    if (!own) deny('request');
    callback({ cancel: !own });
  });
}
