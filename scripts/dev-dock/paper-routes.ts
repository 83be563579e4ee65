import type { World } from '../world/world.ts';
import { type DockRoute, route } from './dock-route.ts';
import {
  documentFaultRequest,
  faceFaultRequest,
  mendDocumentRequest,
  mendFaceRequest,
} from './paper-requests.ts';

/** What breaks in the printer of documents and in the printer of card faces. */
export function paperRoutes({ hardware: { documentPrinter, facePrinter } }: World): readonly DockRoute[] {
  return [
    route('document-printer/fault', documentFaultRequest, ({ fault }) => documentPrinter.setFault(fault)),
    route('document-printer/mend', mendDocumentRequest, ({ fault }) => documentPrinter.mend(fault)),
    route('card-face-printer/fault', faceFaultRequest, ({ fault }) => facePrinter.setFault(fault)),
    route('card-face-printer/mend', mendFaceRequest, ({ fault }) => facePrinter.mend(fault)),
  ];
}
