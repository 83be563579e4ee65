import { IppCardFacePrinter } from '../../drivers/card-face-printer/ipp-card-face-printer.ts';
import type { CardFace } from '../../src/ports/document-printer.ts';
import { parseIppCommand, printFailure } from './ipp-command.ts';

/** `device -- card-face-printer test --transport ipp://…`: one face on the card that is under the head. */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const { options } = parseIppCommand(args, 'card-face-printer', ['test']);
  const driver = new IppCardFacePrinter(options);
  try {
    const opened = await driver.open();
    if (!opened.ok) throw printFailure(opened.error);
    const printed = await driver.printFace(TEST_FACE, new AbortController().signal);
    if (!printed.ok) throw printFailure(printed.error);
    return { printed: true };
  } finally {
    await driver.close();
  }
}

/** Nobody's card: numbers that cannot be issued. */
const TEST_FACE: CardFace = {
  name: '打印测试',
  socialSecurityNumber: '000000000000000000',
  cardNumber: 'T00000000',
  accountNumber: '0000000000000000000',
  photoBase64: null,
  issuedOn: '2000-01-01',
  expiresOn: '2000-01-01',
};
