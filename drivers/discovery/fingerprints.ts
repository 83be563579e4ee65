/** How a device of a kind is told from others before it is asked anything. Numbers are USB ids. */
export type Recognised =
  | { readonly by: 'hid'; readonly vendorId: number; readonly productId: number }
  /** A USB adapter of a known maker; `productId` null: any of theirs. */
  | {
      readonly by: 'usb-serial';
      readonly vendorId: number;
      readonly productId: number | null;
      readonly baud: number;
    }
  /** A port of the machine itself tells nothing: only an answer in the device's own protocol counts. */
  | { readonly by: 'plain-serial'; readonly baud: number }
  | { readonly by: 'reader-name'; readonly like: RegExp; readonly unlike: RegExp };

export interface Fingerprint {
  /** As in `devices.json`. */
  readonly deviceClass: string;
  readonly driver: string;
  readonly recognised: Recognised;
  /** Where the fingerprint is from, for whoever adds a model. */
  readonly note: string;
}

/** Devices this kiosk's drivers speak to and that a cable can carry. Network addresses are given by configuration. */
export const FINGERPRINTS: readonly Fingerprint[] = [
  {
    deviceClass: 'id-card-reader',
    driver: 'sam-v',
    recognised: { by: 'hid', vendorId: 0x0400, productId: 0xc35a },
    note: 'the usual USB id of SAM_V readers (protocols 2.1)',
  },
  {
    deviceClass: 'id-card-reader',
    driver: 'sam-v',
    recognised: { by: 'hid', vendorId: 0x2b8b, productId: 0x2721 },
    note: 'HID variant of one maker (protocols 2.1)',
  },
  {
    deviceClass: 'id-card-reader',
    driver: 'sam-v',
    recognised: { by: 'plain-serial', baud: 115_200 },
    note: 'SAM_V modules on RS-232 answer their SAM-ID at 115200 (protocols 2.1)',
  },
  {
    deviceClass: 'social-card-reader',
    driver: 'pcsc',
    recognised: { by: 'reader-name', like: /./, unlike: /\bSAM\b|contactless|picc/i },
    note: 'pcscd names every CCID reader; SAM slots and contactless fields take no contact card',
  },
  {
    deviceClass: 'card-acceptor',
    driver: 'crt',
    recognised: { by: 'plain-serial', baud: 9_600 },
    note: 'CRT machines leave the factory at 9600 (protocols 3.3)',
  },
  {
    deviceClass: 'card-issuer',
    driver: 'crt-591',
    recognised: { by: 'plain-serial', baud: 9_600 },
    note: 'CRT machines leave the factory at 9600 (protocols 3.3)',
  },
  {
    deviceClass: 'cabinet-board',
    driver: 'framed',
    recognised: { by: 'plain-serial', baud: 9_600 },
    note: 'our own frames; a board answers how it stands',
  },
  {
    deviceClass: 'receipt-printer',
    driver: 'esc-pos',
    recognised: { by: 'usb-serial', vendorId: 0x04b8, productId: null, baud: 115_200 },
    note: 'Seiko Epson; the answer to DLE EOT decides',
  },
  {
    deviceClass: 'code-scanner',
    driver: 'lines',
    recognised: { by: 'usb-serial', vendorId: 0x0c2e, productId: null, baud: 115_200 },
    note: 'Honeywell (Metrologic); a scanner says nothing by itself, so test it with a code',
  },
  {
    deviceClass: 'code-scanner',
    driver: 'lines',
    recognised: { by: 'usb-serial', vendorId: 0x1eab, productId: null, baud: 115_200 },
    note: 'Newland; a scanner says nothing by itself, so test it with a code',
  },
];
