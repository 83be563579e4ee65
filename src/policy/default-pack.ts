/** The pack of `assets/policy` that a kiosk or centre starts with unless told otherwise. No rule depends on it. */
export const DEFAULT_PACK = 'hainan';
