import { describe, expect, it } from 'vitest';
import type { KioskPage } from '../../scripts/world/kiosk-page.ts';
import { socialCardOf } from '../../scripts/world/props.ts';
import { maskCardNumber, maskName } from '../../src/identity/masking.ts';
import { choose } from './card-journeys.ts';
import { finish, leave, openService, told } from './journeys.ts';
import { kioskWorld, sessionWithoutFace } from './kiosk-test.ts';

const world = kioskWorld();

async function toTheCardSlot(kiosk: KioskPage) {
  await openService(kiosk, 'read-card');
  await choose(kiosk, 'card');
  await kiosk.screen('present-social-card');
}

describe('read-card', () => {
  it('READ-1 says what is printed on a card, masked, and nothing of its state', async () => {
    await sessionWithoutFace(world(), 'loss-active', async (kiosk, { id, card, document }) => {
      await toTheCardSlot(kiosk);
      await kiosk.doBeside(() => world().insertSocialCard(id));
      await kiosk.screen('card-view');
      const { cardView } = await kiosk.words();
      const shown = await kiosk.text();
      for (const printed of [
        cardView.generations[3],
        maskCardNumber(card?.cardNumber ?? ''),
        maskName(document.name),
      ])
        expect(shown).toContain(printed);
      expect(shown).not.toContain(card?.cardNumber);
      for (const side of [cardView.socialSecurity, cardView.financial]) expect(shown).not.toContain(side);
      await finish(world(), kiosk);
    });
  });

  it('a bank card, one upside down and one pulled too soon are named; ID-10 another province’s is sent there', async () => {
    const { socialCards } = world().hardware;
    await sessionWithoutFace(world(), 'activate-other-province', async (kiosk, { id }) => {
      const { activate, refusals } = await kiosk.words();
      const { card } = world().resident('loss-active');
      if (!card) throw new Error('no card');
      await toTheCardSlot(kiosk);
      await kiosk.doBeside(() => world().insertSocialCard('activate-bank-only'));
      await told(kiosk, activate.cardProblems['not-a-social-security-card']);
      await socialCards.pull();
      await socialCards.insert({ kind: 'mute' });
      await told(kiosk, activate.cardProblems.mute);
      await socialCards.pull();
      await socialCards.insert(socialCardOf(card), { pullAtApdu: 7 });
      await told(kiosk, activate.cardProblems['card-removed']);
      await kiosk.doBeside(() => world().insertSocialCard(id));
      await kiosk.screen('refusal');
      await told(kiosk, refusals['other-province'].title);
      await finish(world(), kiosk);
    });
  });
});

describe('electronic-card', () => {
  it('ECARD-1, ECARD-2 shows where to get it, then whose it is, and goes on to what fits', async () => {
    await sessionWithoutFace(world(), 'activate-3.0', async (kiosk, { id, document }) => {
      const { phone, hardware } = world();
      const { scan, cardView } = await kiosk.words();
      await openService(kiosk, 'electronic-card');
      await kiosk.screen('electronic-card');
      await told(kiosk, '海南一卡通 APP');
      await kiosk.touch('scan-code');
      await kiosk.screen('scan-code');
      const old = await phone.electronicCard(id);
      const fresh = await phone.electronicCard(id);
      await kiosk.doBeside(() => hardware.codeScanner.scanCode(old));
      await told(kiosk, scan.of['electronic-card'].problems.unknown);
      await kiosk.doBeside(() => hardware.codeScanner.scanCode(fresh));
      await kiosk.screen('card-view');
      const shown = await kiosk.text();
      expect(shown).toContain(maskName(document.name));
      expect(shown).toContain(cardView.financialStates.locked);
      await kiosk.chooseService('activate');
      await kiosk.screen('present-id-card');
      await leave(world(), kiosk);
    });
  });

  it('a link that goes while the code is checked is said, and the channels stay without it', async () => {
    await sessionWithoutFace(world(), 'loss-active', async (kiosk, { id }) => {
      const { phone, hardware, link } = world();
      const code = await phone.electronicCard(id);
      await openService(kiosk, 'electronic-card');
      await kiosk.touch('scan-code');
      await kiosk.screen('scan-code');
      link.cut();
      await kiosk.doBeside(() => hardware.codeScanner.scanCode(code));
      await kiosk.screen('trouble');
      expect(await kiosk.outcome()).toBe('link-down');
      await finish(world(), kiosk);
      await openService(kiosk, 'electronic-card');
      await kiosk.screen('electronic-card');
      await told(kiosk, '海南一卡通 APP');
      expect(await kiosk.button('scan-code').count()).toBe(0);
      await finish(world(), kiosk);
    });
  });
});

describe('outlets', () => {
  const region = (kiosk: KioskPage, name: string) =>
    kiosk.touchThis(kiosk.page.locator(`[data-region="${name}"]`));
  const kind = (kiosk: KioskPage, name: string) =>
    kiosk.touchThis(kiosk.page.locator(`[data-kind="${name}"]`));

  it('FIND-1 by district and kind, with telephone, and on A4', async () => {
    const { documentPrinter } = world().hardware;
    const before = documentPrinter.printed.length;
    await sessionWithoutFace(world(), 'loss-active', async (kiosk) => {
      const { outlets } = await kiosk.words();
      await openService(kiosk, 'outlets');
      await kiosk.screen('outlets');
      await region(kiosk, '三亚');
      await told(kiosk, '三亚市社保卡管理中心');
      await told(kiosk, '0898-88825871');
      await kiosk.touch('print-document');
      await told(kiosk, outlets.papers.printed ?? '');
      await kind(kiosk, 'instant-issue');
      await told(kiosk, outlets.newCard);
      await kind(kiosk, 'hospital');
      await told(kiosk, outlets.partial);
      await finish(world(), kiosk);
    });
    expect(documentPrinter.printed).toHaveLength(before + 1);
    expect(documentPrinter.held).toBe(0);
  });

  it('FIND-1 without an A4 printer the list comes as a slip', async () => {
    const { documentPrinter, printer } = world().hardware;
    await documentPrinter.setFault('refuses-connection');
    await sessionWithoutFace(world(), 'loss-active', async (kiosk) => {
      const { outlets } = await kiosk.words();
      await openService(kiosk, 'outlets');
      await region(kiosk, '三亚');
      await kiosk.touch('print-document');
      const failed = kiosk.page.getByText(outlets.papers.failed ?? '');
      const printed = kiosk.page.getByText(outlets.papers.printed ?? '');
      await failed.or(printed).first().waitFor();
      // Nobody had looked at the printer since: now the kiosk knows.
      if ((await failed.count()) > 0) await kiosk.touch('print-document');
      await printed.first().waitFor();
      await finish(world(), kiosk);
    });
    expect(printer.text()).toContain('三亚市社保卡管理中心');
  });
});

describe('help', () => {
  const open = (kiosk: KioskPage, topic: string) =>
    kiosk.touchThis(kiosk.page.locator(`[data-topic="${topic}"]`));

  it('HELP-1 finds an answer by first letters, says when there is none, and leads to the service that settles it', async () => {
    await sessionWithoutFace(world(), 'loss-active', async (kiosk) => {
      const { help } = await kiosk.words();
      await openService(kiosk, 'help');
      await kiosk.screen('help');
      await kiosk.press(help.find);
      for (const letter of 'KDLQ') await kiosk.press(letter);
      await told(kiosk, help.nothing);
      await kiosk.press((await kiosk.words()).keyboard.erase);
      await open(kiosk, 'lost');
      await kiosk.screen('help-topic');
      await told(kiosk, '卡丢了怎么挂失？');
      await kiosk.touch('back');
      await kiosk.screen('help');
      await open(kiosk, 'lost');
      await kiosk.touch('choose-service');
      await kiosk.screen('present-id-card');
      await leave(world(), kiosk);
    });
  });

  it('what only a counter does: the papers to bring on a slip, once there is paper again', async () => {
    const { printer } = world().hardware;
    await sessionWithoutFace(world(), 'loss-active', async (kiosk) => {
      const { help, receipt } = await kiosk.words();
      await openService(kiosk, 'help');
      await kiosk.press(help.showCounter);
      await open(kiosk, 'forgotten-pin');
      await kiosk.screen('counter-topic');
      await told(kiosk, '本人有效身份证件原件');
      printer.setFault('paper-out');
      await kiosk.touch('print-slip');
      await kiosk.screen('receipt');
      expect(await kiosk.outcome()).toBe('go-to-counter');
      await told(kiosk, receipt.papers['no-paper']);
      printer.mend();
      await kiosk.touch('print-slip');
      await told(kiosk, receipt.papers.printed);
      await finish(world(), kiosk);
    });
    for (const needed of ['忘记密码', '本人有效身份证件原件', '社会保障卡'])
      expect(printer.text()).toContain(needed);
  });
});

describe('exchange where the pack leaves it to counters', () => {
  it('EXCH-5 a reason leads to its papers and counters with the link down too, EXCH-1 the generation to the swap', async () => {
    await sessionWithoutFace(world(), 'swap-2.0', async (kiosk) => {
      const { refusals } = await kiosk.words();
      world().link.cut();
      await openService(kiosk, 'exchange');
      await choose(kiosk, 'face-damaged');
      await kiosk.screen('refusal');
      for (const said of [refusals['counter-only'].title, '本人有效身份证件原件']) await told(kiosk, said);
      await finish(world(), kiosk);
      world().link.restore();
      await openService(kiosk, 'exchange');
      await choose(kiosk, 'generation');
      await kiosk.screen('present-id-card');
      await leave(world(), kiosk);
    });
  });
});
