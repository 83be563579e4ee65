import type { ResidentCardAnswer } from '../../../src/contracts/central/queries.ts';
import type { ServiceId } from '../../../src/contracts/service.ts';
import { idCardOf } from '../../../src/flows/memory/people.ts';
import type { PolicyPack } from '../../../src/policy/policy-pack.ts';
import { ok } from '../../../src/result.ts';
import {
  ALIKE,
  POLICY,
  type ResidentAtTheScreen,
  residentAtTheScreen,
  TODAY,
} from './resident-at-the-screen.ts';

export const ID_CARD = idCardOf(TODAY, 40);

type Known = Extract<ResidentCardAnswer, { found: true }>;

/** A card in use, of the third generation. */
export const IN_USE: Known = {
  found: true,
  cardNumberMasked: 'T＊＊＊＊＊001',
  generation: 3,
  socialSecurity: 'normal',
  financial: 'active',
  lostUntil: null,
  expiresOn: null,
  waivers: [],
  replacementsThisMonth: 0,
  requestPending: null,
  receivesBenefits: false,
};

/** Somebody whose face was verified, at the first screen of a service about their card. */
export async function atTheService(
  service: ServiceId,
  card: Partial<Known> = {},
  prepare: (resident: ResidentAtTheScreen) => void = () => undefined,
  policy: PolicyPack = POLICY,
) {
  const resident = residentAtTheScreen(policy);
  resident.world.residentCard = ok({ ...IN_USE, ...card });
  prepare(resident);
  await resident.settle();
  await resident.touch({ type: 'start' });
  await resident.touch({ type: 'choose-service', service });
  resident.world.idCards.put(ID_CARD);
  await resident.settle();
  await resident.touch({ type: 'confirm' });
  await resident.touch({ type: 'consent-to-face' });
  await resident.touch({ type: 'face-result', result: ALIKE });
  return { resident, money: resident.money };
}
