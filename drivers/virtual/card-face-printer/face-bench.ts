import type { CardFace } from '../../../src/ports/document-printer.ts';
import { IppCardFacePrinter } from '../../card-face-printer/ipp-card-face-printer.ts';
import { SteppedTimers } from '../stepped-timers.ts';
import { startVirtualCardFacePrinter } from './virtual-card-face-printer.ts';

/** A grey JPEG of one pixel; printed at the size of a photo it is a grey area. */
const GREY_PIXEL =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAB//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==';

/** A face of a made-up person. */
export const SAMPLE_FACE: CardFace = {
  name: '试验甲',
  socialSecurityNumber: '460199199001010029',
  cardNumber: 'T00000032',
  accountNumber: '6217990000000000329',
  photoBase64: GREY_PIXEL,
  issuedOn: '2026-11-22',
  expiresOn: '2036-11-22',
};

/** A virtual card printer and a driver on one wire, with time that stands still. */
export async function cardFaceBench() {
  const timers = new SteppedTimers();
  const printer = await startVirtualCardFacePrinter();
  const driver = new IppCardFacePrinter({ address: printer.uri, timers, user: 'yikatong@test' });
  const close = async (): Promise<void> => {
    await printer.close();
    await driver.close();
  };
  return { printer, driver, timers, close };
}
