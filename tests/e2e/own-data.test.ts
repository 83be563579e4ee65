import { describe, expect, it } from 'vitest';
import type { KioskPage } from '../../scripts/world/kiosk-page.ts';
import { APPLICATION_FAILURES } from '../../src/contracts/central/progress.ts';
import type { ResidentField } from '../../src/contracts/resident-field.ts';
import { atTheService, choose } from './card-journeys.ts';
import {
  confirmMobile,
  enterCode,
  enterMobile,
  finish,
  identify,
  openService,
  submit,
  told,
  verifyFace,
} from './journeys.ts';
import { doneOperations, eventually, kioskWorld, session, sessionWithoutFace } from './kiosk-test.ts';
import { leaveWithoutAWord } from './walking-away.ts';

const world = kioskWorld({ cards: 'direct' });
const CONTACT = 'contact.change';
const CERTIFICATION = 'certification.submit';

describe('records', () => {
  it('REC-1…3 by type and year, on A4; nothing insured, an empty tray and a lost link are said', async () => {
    const { documentPrinter } = world().hardware;
    const before = documentPrinter.printed.length;
    await session(world(), { residentId: 'swap-2.0' }, async (kiosk, { id }) => {
      const { records } = await kiosk.words();
      await atTheService(world(), kiosk, 'records', id);
      await choose(kiosk, 'payments');
      await choose(kiosk, 'pension');
      await choose(kiosk, '2020');
      await kiosk.screen('records');
      await told(kiosk, records.title(records.types.pension, 2020));
      await documentPrinter.setFault('paper-out-mid-print');
      await kiosk.touch('print-document');
      await told(kiosk, records.papers.failed ?? '');
      await told(kiosk, records.monthName(12));
      await documentPrinter.mend();
      await kiosk.touch('print-document');
      await told(kiosk, records.papers.printed ?? '');
      await kiosk.touch('back');
      await kiosk.touch('back');
      await choose(kiosk, 'injury');
      await choose(kiosk, '2020');
      await told(kiosk, records.nothing);
      await kiosk.touch('back');
      world().link.cut();
      await choose(kiosk, '2019');
      await kiosk.screen('trouble');
      expect(await kiosk.outcome()).toBe('link-down');
      await finish(world(), kiosk);
    });
    expect(documentPrinter.printed).toHaveLength(before + 1);
    expect(documentPrinter.held).toBe(0);
  });
});

/** PROG: with the ID card, not with a receipt. */
async function atOwnProgress(kiosk: KioskPage, residentId: string) {
  await openService(kiosk, 'progress');
  await choose(kiosk, 'id-card');
  await kiosk.screen('present-id-card');
  await kiosk.doBeside(() => world().layIdCard(residentId));
  await verifyFace(kiosk);
}

describe('progress', () => {
  it('PROG-1 ready to collect: where, and until when', async () => {
    await session(world(), { residentId: 'progress-ready' }, async (kiosk, { id }) => {
      const { progress } = await kiosk.words();
      await atOwnProgress(kiosk, id);
      await kiosk.screen('applications');
      for (const said of [progress.now.ready, progress.place, progress.collectBy]) await told(kiosk, said);
      await finish(world(), kiosk);
    });
  });

  it.each(APPLICATION_FAILURES)('PROG-2 stopped by %s: why, and what to do', async (failure) => {
    await session(
      world(),
      { residentId: `progress-failed-${failure}`, faceSeen: true },
      async (kiosk, { id }) => {
        const { progress } = await kiosk.words();
        await atOwnProgress(kiosk, id);
        await kiosk.screen('applications');
        const { title, what, now } = progress.failures[failure];
        for (const said of [progress.titleStopped, title, what, ...now]) await told(kiosk, said);
        await finish(world(), kiosk);
      },
    );
  });

  it('PROG-1 nothing is under way; READ-1 reached from the state of a card, which its holder alone sees', async () => {
    const residentId = 'activate-awaiting-collection';
    await session(world(), { residentId, faceSeen: true }, async (kiosk) => {
      const { cardView, progress } = await kiosk.words();
      await askForState(kiosk, residentId, residentId);
      await kiosk.screen('card-view');
      await told(kiosk, cardView.socialSecurityStates['awaiting-collection']);
      await kiosk.chooseService('progress');
      await kiosk.screen('applications');
      await told(kiosk, progress.none);
      await finish(world(), kiosk);
    });
  });
});

/** READ-1: a card is looked at, then somebody says who they are to see its state. */
async function askForState(kiosk: KioskPage, residentId: string, whoseCard: string) {
  await openService(kiosk, 'read-card');
  await choose(kiosk, 'card');
  await kiosk.screen('present-social-card');
  await kiosk.doBeside(() => world().insertSocialCard(whoseCard));
  await kiosk.screen('card-view');
  await kiosk.touch('show-state');
  await kiosk.screen('present-id-card');
  await kiosk.doBeside(() => world().layIdCard(residentId));
  await verifyFace(kiosk);
}

it('ID-9 the state of somebody else’s card is not told', async () => {
  await session(world(), { residentId: 'loss-active', faceSeen: true }, async (kiosk, { id }) => {
    await askForState(kiosk, id, 'loss-formal');
    await kiosk.screen('refusal');
    expect(await kiosk.outcome()).toBe('holder-mismatch');
    await finish(world(), kiosk);
  });
});

describe('contact-data', () => {
  const RESIDENT = { residentId: 'contact-known' } as const;
  const SEEN = { ...RESIDENT, faceSeen: true } as const;
  const NEW_MOBILE = '19900099001';

  async function change(kiosk: KioskPage, field: ResidentField) {
    await kiosk.screen('contact-data');
    const { fields } = await kiosk.words();
    await kiosk.touchNamed(fields.changeField(fields.names[field]));
  }

  async function changeOccupation(kiosk: KioskPage) {
    await change(kiosk, 'occupation');
    await kiosk.screen('occupation');
    await kiosk.pick(0);
    await kiosk.touch('choose-occupation');
    await kiosk.screen('contact-data');
  }

  async function toContactData(kiosk: KioskPage) {
    await atTheService(world(), kiosk, 'contact-data', RESIDENT.residentId);
    await kiosk.screen('contact-data');
  }

  it('INFO-1, INFO-2 mobile by SMS code, occupation and address, checked and done', async () => {
    const before = (await doneOperations(world(), CONTACT)).length;
    await session(world(), RESIDENT, async (kiosk) => {
      await toContactData(kiosk);
      await change(kiosk, 'mobile');
      await confirmMobile(world(), kiosk, NEW_MOBILE);
      await changeOccupation(kiosk);
      await change(kiosk, 'residential-address');
      await kiosk.screen('address');
      await kiosk.touch('use-chip-address');
      await kiosk.screen('contact-data');
      await kiosk.touch('submit');
      await submit(kiosk);
      await kiosk.screen('receipt');
      expect(await kiosk.outcome()).toBe('done-here');
      await finish(world(), kiosk);
    });
    const done = await doneOperations(world(), CONTACT);
    expect(done).toHaveLength(before + 1);
    expect(world().hardware.printer.text()).toContain(done.at(-1)?.receiptReference);
    expect(world().hardware.printer.text()).not.toContain(NEW_MOBILE);
  });

  it('INFO-2 a wrong SMS code three times ends it, and nothing was changed', async () => {
    const before = (await doneOperations(world(), CONTACT)).length;
    await session(world(), SEEN, async (kiosk) => {
      await toContactData(kiosk);
      await change(kiosk, 'mobile');
      await enterMobile(kiosk, NEW_MOBILE);
      for (let tries = 0; tries < 3; tries += 1) await enterCode(kiosk, '000000');
      await kiosk.screen('refusal');
      expect(await kiosk.outcome()).toBe('code-wrong-too-often');
      await finish(world(), kiosk);
    });
    expect(await doneOperations(world(), CONTACT)).toHaveLength(before);
  });

  it('INV-4 an answer lost with the link: unknown, asked about, done exactly once', async () => {
    const before = (await doneOperations(world(), CONTACT)).length;
    await session(world(), SEEN, async (kiosk) => {
      await toContactData(kiosk);
      await changeOccupation(kiosk);
      await kiosk.touch('submit');
      await kiosk.screen('check-answers');
      await world().central.fail({ method: 'PUT', route: '/v1/operations/:key', mode: 'answer-late' });
      await submit(kiosk);
      await eventually(
        () => doneOperations(world(), CONTACT),
        (done) => done.length === before + 1,
      );
      world().link.cut();
      await kiosk.screen('receipt');
      expect(await kiosk.outcome()).toBe('unknown-asking');
      await finish(world(), kiosk);
    });
    world().link.restore();
    await eventually(
      () => world().central.auditTrail(),
      (trail) => JSON.stringify(trail).includes('"transaction-settled"'),
    );
    expect(await doneOperations(world(), CONTACT)).toHaveLength(before + 1);
  });

  it('INV-5, INV-6 walking away from what was changed and not submitted changes nothing', async () => {
    const before = (await doneOperations(world(), CONTACT)).length;
    await session(world(), SEEN, async (kiosk) => {
      await toContactData(kiosk);
      await changeOccupation(kiosk);
      await leaveWithoutAWord(kiosk, world());
    });
    expect(await doneOperations(world(), CONTACT)).toHaveLength(before);
  });
});

describe('certify', () => {
  const RESIDENT = { residentId: 'benefits-receiver' } as const;
  const SEEN = { ...RESIDENT, faceSeen: true } as const;

  it('CERT-1 one touch after the face: done, and until when', async () => {
    const before = (await doneOperations(world(), CERTIFICATION)).length;
    await session(world(), RESIDENT, async (kiosk, { id }) => {
      const { receipt } = await kiosk.words();
      await atTheService(world(), kiosk, 'certify', id);
      await submit(kiosk);
      await kiosk.screen('receipt');
      expect(await kiosk.outcome()).toBe('done-here');
      await told(kiosk, receipt.validUntil);
      await finish(world(), kiosk);
    });
    expect(await doneOperations(world(), CERTIFICATION)).toHaveLength(before + 1);
  });

  it('CERT-2 with the link down: accepted, not yet sent, and done once when the link is back', async () => {
    const before = (await doneOperations(world(), CERTIFICATION)).length;
    await session(world(), SEEN, async (kiosk, { id }) => {
      world().link.cut();
      await atTheService(world(), kiosk, 'certify', id);
      await submit(kiosk);
      await kiosk.screen('receipt');
      expect(await kiosk.outcome()).toBe('accepted-not-yet-sent');
      await finish(world(), kiosk);
    });
    expect(await doneOperations(world(), CERTIFICATION)).toHaveLength(before);
    world().link.restore();
    await eventually(
      () => doneOperations(world(), CERTIFICATION),
      (done) => done.length === before + 1,
    );
  });

  it('CERT-1 somebody who receives nothing is told that there is nothing to certify', async () => {
    await session(world(), { residentId: 'loss-active', faceSeen: true }, async (kiosk, { id }) => {
      const { refusals } = await kiosk.words();
      await atTheService(world(), kiosk, 'certify', id);
      await submit(kiosk);
      await kiosk.screen('receipt');
      expect(await kiosk.outcome()).toBe('refused');
      await told(kiosk, refusals['not-entitled-to-benefits'].title);
      await finish(world(), kiosk);
    });
  });

  it('ID-6 declining the face leads to a slip for the counter', async () => {
    await sessionWithoutFace(world(), RESIDENT.residentId, async (kiosk, { id, document }) => {
      await identify(world(), kiosk, 'certify', id);
      await kiosk.screen('who-you-are');
      await kiosk.touch('confirm');
      await kiosk.screen('face-consent');
      await kiosk.touch('decline-face');
      await kiosk.screen('without-face');
      await kiosk.touch('print-slip');
      await kiosk.screen('receipt');
      expect(await kiosk.outcome()).toBe('go-to-counter');
      await finish(world(), kiosk);
      const slip = world().hardware.printer.text();
      expect(slip).toContain('请到窗口办理');
      expect(slip).not.toContain(document.number);
    });
  });
});
