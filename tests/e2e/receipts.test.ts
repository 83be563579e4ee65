import { describe, expect, it } from 'vitest';
import { choose } from './card-journeys.ts';
import { finish, identify, openService, told } from './journeys.ts';
import { kioskWorld, sessionWithoutFace } from './kiosk-test.ts';

const world = kioskWorld({ cards: 'direct' });

describe('honest receipts', () => {
  it('INV-4 a receipt from the printer is genuine before the scanner, with the link and without it; a changed one is not', async () => {
    await sessionWithoutFace(world(), 'benefits-receiver', async (kiosk, { id, document }) => {
      const { hardware, link } = world();
      const { receiptCheck } = await kiosk.words();
      await identify(world(), kiosk, 'certify', id);
      await kiosk.screen('who-you-are');
      await kiosk.touch('confirm');
      await kiosk.screen('face-consent');
      await kiosk.touch('decline-face');
      await kiosk.screen('without-face');
      await kiosk.touch('print-slip');
      await kiosk.screen('receipt');
      await finish(world(), kiosk);
      const [, code = ''] = /\[QR (YKT1\.[^\]]+)\]/.exec(hardware.printer.text()) ?? [];
      expect(code).toContain('.go-to-counter.certify.');
      expect(code).not.toContain(document.number);

      await openService(kiosk, 'progress');
      await choose(kiosk, 'receipt');
      const show = async (text: string) => {
        await kiosk.screen('scan-code');
        await kiosk.doBeside(() => hardware.codeScanner.scanCode(text));
        await kiosk.screen('receipt-check');
      };
      await show(code);
      await told(kiosk, receiptCheck.verdicts.genuine.title);
      await told(kiosk, receiptCheck.standings['nothing-to-send']);
      await kiosk.touch('scan-code');
      await show(code.replace('.go-to-counter.', '.done-here.'));
      await told(kiosk, receiptCheck.verdicts['signature-wrong'].lead);
      link.cut();
      await kiosk.touch('scan-code');
      await show(code);
      await told(kiosk, receiptCheck.verdicts.genuine.title);
      await told(kiosk, receiptCheck.notReachedGenuine);
      link.restore();
      await finish(world(), kiosk);
    });
  });
});
