import type { CardFaults } from '../../drivers/virtual/social-card/card-spec.ts';
import { ensurePcscd, type RunningPcscd } from '../../drivers/virtual/social-card/pcscd.ts';
import { killPcscd } from '../../drivers/virtual/social-card/pcscd-daemon.ts';
import type { CentralFault } from '../world/central-dev.ts';
import type { World } from '../world/world.ts';
import type { DockProps } from './dock-props.ts';
import type { CARD_KINDS, PAD_KEYS } from './dock-requests.ts';
import type { DockHand } from './dock-state.ts';
import { NotPossible } from './not-possible.ts';

/** What a hand at the kiosk can do, beyond one call of the virtual hardware. */
export function dockActs(world: World, { known, cardNamed }: DockProps, hand: DockHand) {
  const { hardware, central } = world;
  const extraPcscd: RunningPcscd[] = [];

  const demandEntry = (): void => {
    if (!hardware.pinPad.entryActive)
      throw new NotPossible('The PIN pad does not wait for keys: nothing was typed.');
  };

  return {
    choose(residentId: string) {
      hand.residentId = known(residentId);
    },
    layIdCard(residentId = hand.residentId) {
      world.layIdCard(known(residentId));
      hand.laidResidentId = residentId;
    },
    liftIdCard() {
      hardware.idCardReader.removeCard();
      hand.laidResidentId = null;
    },
    plugIdReader: (plugged: boolean) =>
      plugged ? hardware.plugInIdCardReader() : hardware.unplugIdCardReader(),
    async insertCard(card: (typeof CARD_KINDS)[number], faults: CardFaults, residentId = hand.residentId) {
      const put = await hardware.socialCards.insert(cardNamed(card, known(residentId)), faults);
      if (!put.ok) throw new NotPossible(put.error.message);
      hand.insertedCard = card === 'own' ? residentId : card;
    },
    async pullCard() {
      await hardware.socialCards.pull();
      hand.insertedCard = null;
    },
    press(key: (typeof PAD_KEYS)[number]) {
      demandEntry();
      hardware.pinPad.press(key);
    },
    typePin(pin: string) {
      demandEntry();
      hardware.pinPad.typePin(pin);
    },
    async killPcscd() {
      if (!(await killPcscd()))
        throw new NotPossible('The PC/SC daemon was not started by this project, or there is none.');
    },
    async startPcscd() {
      const started = await ensurePcscd();
      if (!started.ok) throw new NotPossible(`${started.error.missing}: ${started.error.remedy}`);
      extraPcscd.push(started.value);
    },
    async failCentral(methodAndRoute: string, mode: CentralFault, times: number) {
      const [method, route] = methodAndRoute.split(' ');
      if (method !== 'GET' && method !== 'POST' && method !== 'PUT')
        throw new NotPossible(`no method ${method}`);
      await central.fail({ method, route: route ?? '', mode, times });
    },
    async close() {
      for (const pcscd of extraPcscd) await pcscd.stop();
    },
  };
}
export type DockActs = ReturnType<typeof dockActs>;
