/** Every channel between the kiosk's page and the shell; nothing else is listened to. */
export const CHANNELS = {
  /** Page → shell: a `ScreenMessage`. */
  message: 'kiosk:message',
  /** Shell → page: a `View`. */
  view: 'kiosk:view',
  /** Shell → page: whether there is a core. */
  core: 'kiosk:core',
} as const;
