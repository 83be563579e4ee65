import { createContext, use } from 'react';
import type { Command, CommandType } from '../../src/contracts/command.ts';
import type { ScreenTexts } from '../../src/contracts/configuration/small-documents.ts';
import type { MaintenanceAct } from '../../src/contracts/maintenance/maintenance-act.ts';
import type { View } from '../../src/contracts/view.ts';
import type { FacePort } from '../face-port.ts';
import { type Catalogue, catalogueOf } from '../texts/catalogue.ts';

/** What every screen may use: the view it draws, the way back to the core, the camera's port. */
export interface Kiosk {
  readonly view: View;
  readonly send: (command: Command) => void;
  /** What a technician did; nothing on residents' screens. */
  readonly maintain: (act: MaintenanceAct) => void;
  readonly face: FacePort;
  readonly landscape: boolean;
  /** Sentences said otherwise than shipped. */
  readonly texts: ScreenTexts | null;
}

export const KioskContext = createContext<Kiosk | null>(null);

/** The kiosk around this component. */
export function useKiosk(): Kiosk {
  const kiosk = use(KioskContext);
  if (kiosk === null) throw new Error('a screen stands outside the kiosk');
  return kiosk;
}

/** The words of the view's language. */
export function useWords(): Catalogue {
  const { view, texts } = useKiosk();
  return catalogueOf(view.language, texts);
}

/** Whether the view allows a command; what it does not allow is not on the screen. */
export function useCan(): (type: CommandType) => boolean {
  const { view } = useKiosk();
  return (type) => view.can.includes(type);
}

/** Whether what can be touched stays in the lower part: a lying screen is within reach, a technician stands. */
export const standsLow = (view: View, landscape: boolean): boolean =>
  view.lowReach && !landscape && view.screen !== 'maintenance';

/** How much fits: elder mode shows fewer and larger things, a lying screen and low reach have less height. */
export interface Room {
  readonly elder: boolean;
  readonly landscape: boolean;
  readonly low: boolean;
}

/** The room of the screen around this component. */
export function useRoom(): Room {
  const { view, landscape } = useKiosk();
  return { elder: view.elder, landscape, low: standsLow(view, landscape) };
}
