import type { Hardware } from './hardware.ts';

type Wired = Pick<
  Hardware,
  | 'idReaderWindow'
  | 'socialCards'
  | 'pinPad'
  | 'printer'
  | 'acceptor'
  | 'issuer'
  | 'facePrinter'
  | 'documentPrinter'
  | 'codeScanner'
  | 'cabinet'
>;

/** Where portraits come from, whichever ID card reader is plugged in. */
export const idReaderOptions = ({ idReaderWindow }: Pick<Hardware, 'idReaderWindow'>) => ({
  decoder: { kind: 'side-channel', host: '127.0.0.1', port: idReaderWindow.pictures.port },
});

/** `devices.json` of a kiosk that is wired to this hardware; the spare ID card reader is not in it. */
export function devicesOf(
  machines: Wired,
  { pinKeyName, blanks }: { readonly pinKeyName: string; readonly blanks: number },
): object {
  const device = (id: string, driver: string, transport: string, options: object = {}) => ({
    id,
    class: id,
    driver,
    transport,
    options,
  });
  const { idReaderWindow } = machines;
  return {
    devices: [
      device('id-card-reader', 'sam-v', idReaderWindow.uri('first'), idReaderOptions(machines)),
      device('social-card-reader', 'pcsc', machines.socialCards.reader),
      device('pin-pad', 'xfs4iot', machines.pinPad.serviceUri, { keyName: pinKeyName, format: 'iso4-aes' }),
      device('receipt-printer', 'esc-pos', machines.printer.uri, { columns: 48 }),
      device('card-acceptor', 'crt', machines.acceptor.uri),
      device('card-issuer', 'crt-591', machines.issuer.uri, { commissionedStock: blanks }),
      device('card-face-printer', 'ipp', machines.facePrinter.uri),
      device('document-printer', 'ipp', machines.documentPrinter.uri),
      device('code-scanner', 'lines', machines.codeScanner.uri),
      device('cabinet-board', 'framed', machines.cabinet.uri),
    ],
  };
}
