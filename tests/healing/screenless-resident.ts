import type { ScreenlessKiosk } from '../../scripts/world/screenless-kiosk.ts';
import type { Surroundings } from '../../scripts/world/surroundings.ts';
import type { ServiceId } from '../../src/contracts/service.ts';
import type { Tile, View } from '../../src/contracts/view.ts';

/** Core's start with the whole store, or one screen of a session, on a busy machine. */
export const SCREEN_WITHIN_MS = 20_000;

type Right = (view: View) => boolean;

export const tileOf = (view: View | null, service: ServiceId): Tile | undefined =>
  view?.screen === 'home' ? view.tiles.find((tile) => tile.service === service) : undefined;
/** The tile is closed, and this is why. */
export const says =
  (service: ServiceId, reason: Tile['reason']): Right =>
  (view) =>
    tileOf(view, service)?.reason === reason;
/** The tile is open. */
export const isOpen =
  (service: ServiceId): Right =>
  (view) =>
    tileOf(view, service)?.available === true;
export const on =
  (screen: View['screen']): Right =>
  (view) =>
    view.screen === screen;

/** A resident before a kiosk without a page: what hands do, as commands and cards. */
export function screenlessResident(world: Surroundings, kiosk: ScreenlessKiosk) {
  const screen = (name: View['screen']) => kiosk.until(on(name), SCREEN_WITHIN_MS);
  return {
    screen,
    /** Stands before the tiles, with every device up. */
    async atHome(): Promise<void> {
      if (kiosk.shown?.screen !== 'home') {
        await screen('welcome');
        kiosk.touch({ type: 'start' });
      }
      await kiosk.until(isOpen('activate'), SCREEN_WITHIN_MS);
    },
    /** From the tiles to the camera. */
    async toTheFace(service: ServiceId, residentId: string): Promise<void> {
      kiosk.touch({ type: 'choose-service', service });
      await screen('present-id-card');
      world.layIdCard(residentId);
      await screen('who-you-are');
      kiosk.touch({ type: 'confirm' });
      await screen('face-consent');
      kiosk.touch({ type: 'consent-to-face' });
      await screen('face');
    },
    /** What the page's worker would have measured of the same person. */
    showFace(): void {
      const measured = {
        distance: 0.31,
        liveness: 'passed',
        frames: 5,
        model: 'test',
        durationMs: 900,
      } as const;
      kiosk.touch({ type: 'face-result', result: { outcome: 'measured', ...measured } });
    },
    /** Leaves from anywhere, cards in hand, to the start screen. */
    async leave(): Promise<void> {
      world.hardware.idCardReader.removeCard();
      await world.hardware.socialCards.pull();
      kiosk.touch({ type: 'cancel' });
      await kiosk.until(({ overlay }) => overlay?.kind === 'leave', SCREEN_WITHIN_MS);
      kiosk.touch({ type: 'leave' });
      await screen('ended');
      kiosk.touch({ type: 'finish' });
      await screen('welcome');
    },
  };
}
