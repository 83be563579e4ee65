import {
  type ServedPort,
  serveIdCardFrames,
  serveIdCardPictures,
} from '../../drivers/virtual/id-card-reader/tcp-server.ts';
import { VirtualIdCardReader } from '../../drivers/virtual/id-card-reader/virtual-id-card-reader.ts';
import { wallTimers } from '../../drivers/wall-timers.ts';

/** 05.01-20240305-0000007788-123456789: a module of another make than the one that is in. */
const SPARE_SAM_ID = Uint8Array.from(Buffer.from('05000100b1d734016c1e000015cd5b07', 'hex'));

/** Of the two readers: the one that is in the kiosk, and the one that a technician brings. */
export const ID_READERS = ['first', 'spare'] as const;
export type IdReaderName = (typeof ID_READERS)[number];

interface Cabled {
  readonly reader: VirtualIdCardReader;
  readonly port: number;
  /** null while its cable is out. */
  served: ServedPort | null;
}

/**
 * The place of the kiosk where ID cards are laid. One reader is in it from the beginning; a spare of another make
 * listens on a wire of its own, unknown to the kiosk until a technician changes them.
 */
export class IdReaderWindow {
  readonly pictures: ServedPort;
  readonly #cables: Readonly<Record<IdReaderName, Cabled>>;

  private constructor(cables: Readonly<Record<IdReaderName, Cabled>>, pictures: ServedPort) {
    this.#cables = cables;
    this.pictures = pictures;
  }

  static async start(): Promise<IdReaderWindow> {
    const cabled = async (reader: VirtualIdCardReader): Promise<Cabled> => {
      const served = await serveIdCardFrames(reader);
      return { reader, port: served.port, served };
    };
    const [first, spare] = await Promise.all([
      cabled(new VirtualIdCardReader({ timers: wallTimers })),
      cabled(new VirtualIdCardReader({ timers: wallTimers, samId: SPARE_SAM_ID })),
    ]);
    return new IdReaderWindow({ first, spare }, await serveIdCardPictures([first.reader, spare.reader]));
  }

  reader(name: IdReaderName): VirtualIdCardReader {
    return this.#cables[name].reader;
  }

  /** The address for a transport. */
  uri(name: IdReaderName): string {
    return `tcp://127.0.0.1:${this.#cables[name].port}`;
  }

  isPluggedIn(name: IdReaderName): boolean {
    return this.#cables[name].served !== null;
  }

  /** Where somebody lays a card: on the spare once it is the one that a kiosk speaks to. */
  get inWindow(): VirtualIdCardReader {
    const { spare } = this.#cables;
    const changed = !this.isPluggedIn('first') && (spare.served?.connections ?? 0) > 0;
    return this.reader(changed ? 'spare' : 'first');
  }

  async plugIn(name: IdReaderName): Promise<void> {
    const cable = this.#cables[name];
    cable.served ??= await serveIdCardFrames(cable.reader, cable.port);
  }

  async unplug(name: IdReaderName): Promise<void> {
    const cable = this.#cables[name];
    const { served } = cable;
    cable.served = null;
    await served?.close();
  }

  async close(): Promise<void> {
    await Promise.all([this.unplug('first'), this.unplug('spare'), this.pictures.close()]);
  }
}
