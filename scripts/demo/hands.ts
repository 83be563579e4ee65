import type { ServiceId } from '../../src/contracts/service.ts';
import type { Screen } from '../../src/contracts/view.ts';
import type { FictitiousResident } from '../../src/fictitious-residents/resident.ts';
import type { KioskPage } from '../world/kiosk-page.ts';
import { typeOnePin } from '../world/pin-typing.ts';
import type { World } from '../world/world.ts';

/** A PIN no rule forbids (ACT-3). */
const GOOD_PIN = '739514';

export interface Visit {
  readonly world: World;
  readonly kiosk: KioskPage;
  readonly resident: FictitiousResident;
  readonly service: ServiceId;
}

/** Which answers this resident came for, most wanted first; anything else takes the first option. */
const WANTED: Readonly<Partial<Record<ServiceId, readonly string[]>>> = {
  loss: ['long-term'],
  replace: ['same'],
  apply: ['now'],
  records: ['payments', 'pension'],
};

/** What a willing resident does on each screen; null where there is only waiting. */
type Hand = ((visit: Visit) => Promise<void>) | null;

const touch =
  (command: Parameters<KioskPage['touch']>[0]): Hand =>
  ({ kiosk }) =>
    kiosk.touch(command);

const offered = async (kiosk: KioskPage, command: Parameters<KioskPage['touch']>[0]): Promise<boolean> => {
  const button = kiosk.button(command);
  return (await button.count()) > 0 && (await button.isEnabled());
};

export const HANDS: Readonly<Record<Screen, Hand>> = {
  'out-of-service': null,
  maintenance: null,
  welcome: touch('start'),
  home: ({ kiosk, service }) => kiosk.chooseService(service),
  'present-id-card': ({ kiosk, world, resident }) => kiosk.doBeside(() => world.layIdCard(resident.id)),
  'who-you-are': touch('confirm'),
  'face-consent': touch('consent-to-face'),
  face: null,
  'face-again': touch('try-again'),
  'without-face': touch('finish'),
  details: touch('confirm'),
  mobile: async ({ kiosk, resident }) => {
    await kiosk.typeDigits(resident.mobile);
    await kiosk.touch('enter-mobile');
  },
  'sms-code': async ({ kiosk, world, resident }) => {
    const message = (await world.central.sms()).find(({ mobile }) => mobile === resident.mobile);
    await kiosk.typeDigits(/\d{6}/.exec(message?.text ?? '')?.[0] ?? '');
    await kiosk.touch('enter-sms-code');
  },
  occupation: async ({ kiosk }) => {
    await kiosk.pick(1);
    await kiosk.touch('choose-occupation');
  },
  address: touch('use-chip-address'),
  'collection-place': async ({ kiosk }) => {
    const regions = kiosk.page.locator('.choices button');
    if ((await regions.count()) > 0) await regions.first().click();
    await kiosk.pick(0);
    await kiosk.touch('choose-outlet');
  },
  photo: async ({ kiosk }) => kiosk.touchNamed((await kiosk.words()).apply.photoCamera),
  'photo-camera': null,
  'photo-approve': touch('confirm'),
  'present-social-card': async ({ kiosk, world, resident, service }) => {
    if (service !== 'swap' && service !== 'exchange')
      return kiosk.doBeside(() => world.insertSocialCard(resident.id));
    // The machine opens its mouth a moment after its screen says so.
    while (!world.hardware.acceptor.entryOpen) await kiosk.page.waitForTimeout(50);
    await kiosk.doBeside(() => {
      world.offerOwnCard(resident.id);
    });
  },
  pin: ({ kiosk, world: { hardware } }) => kiosk.doBeside(() => typeOnePin(hardware.pinPad, GOOD_PIN)),
  'balance-sms': async ({ kiosk }) => kiosk.touchNamed((await kiosk.words()).activate.balanceYes),
  'check-answers': async ({ kiosk }) => {
    const { checkNext } = (await kiosk.words()).ends;
    while ((await kiosk.button('submit').count()) === 0) await kiosk.press(checkNext);
    await kiosk.touch('submit');
  },
  choose: async ({ kiosk, service }) => {
    const wanted = WANTED[service] ?? [];
    for (const value of wanted) {
      const option = kiosk.page.locator(`.choice[data-value="${value}"]`);
      if ((await option.count()) > 0) return kiosk.touchThis(option);
    }
    await kiosk.touchThis(kiosk.page.locator('.choice').first());
  },
  notice: touch('confirm'),
  pay: async ({ kiosk, world }) => {
    const qr = await kiosk.page.locator('[data-qr]').first().getAttribute('data-qr');
    if (qr !== null) await kiosk.doBeside(() => world.phone.scan(qr));
  },
  'making-card': null,
  'take-card': async ({ kiosk, world: { hardware } }) => {
    const { issuer, acceptor } = hardware;
    const atGate = () => [issuer, acceptor].find((machine) => machine.truth().position === 'gate');
    while (atGate() === undefined) await kiosk.page.waitForTimeout(50);
    await kiosk.doBeside(() => {
      atGate()?.takeFromGate();
    });
  },
  'card-view': touch('finish'),
  'scan-code': async ({ kiosk, world, resident }) => {
    const code = await world.phone.electronicCard(resident.id);
    await kiosk.doBeside(() => world.hardware.codeScanner.scanCode(code));
  },
  records: async ({ kiosk }) => {
    if (await offered(kiosk, 'print-document')) {
      await kiosk.touch('print-document');
      await kiosk.screen('records');
    }
    await kiosk.touch('finish');
  },
  applications: touch('finish'),
  'receipt-check': touch('finish'),
  'contact-data': async ({ kiosk }) => {
    if (await offered(kiosk, 'submit')) return kiosk.touch('submit');
    const { fields } = await kiosk.words();
    await kiosk.touchNamed(fields.changeField(fields.names.occupation));
  },
  'electronic-card': touch('finish'),
  outlets: touch('finish'),
  help: ({ kiosk }) => kiosk.touchThis(kiosk.page.locator('[data-topic]').first()),
  // Read and understood: there is nothing more to do here than to go.
  'help-topic': async ({ kiosk }) => {
    await kiosk.touch('cancel');
    await kiosk.overlay('leave');
    await kiosk.touch('leave');
  },
  'counter-topic': touch('print-slip'),
  working: null,
  receipt: touch('finish'),
  refusal: touch('finish'),
  trouble: touch('finish'),
  'take-cards': ({ kiosk, world: { hardware } }) =>
    kiosk.doBeside(async () => {
      hardware.idCardReader.removeCard();
      hardware.acceptor.takeFromGate();
      await hardware.socialCards.pull();
    }),
  ended: null,
};
