import { chargeOnApplying } from './apply-acts.ts';
import type { ApplyContext } from './apply-setup.ts';
import { outletOf } from './card-facts.ts';
import type { Ending } from './ending.ts';
import type { FlowKit } from './kit.ts';
import { requestReceipt } from './request-receipt.ts';
import type { ScreenBody } from './screen.ts';
import type { RequestOrder } from './steps/request-order.ts';

/** APPLY-6: now at this machine, or later at an outlet. */
export const howToGetItBody = ({ getIt }: ApplyContext): ScreenBody => ({
  screen: 'choose',
  question: 'how-to-get-it',
  options: (['now', 'outlet'] as const).map((value) => ({ value, label: null, note: null, feeFen: null })),
  chosen: getIt,
});

/** The application itself is what the authority accepts; the card for it is made here. */
export function instantOrder(kit: FlowKit, context: ApplyContext): RequestOrder {
  const { identity, face, mobile, occupation, address, photo } = context;
  if (!mobile || !occupation || !address || !photo) throw new Error('submit before every answer');
  return {
    plan: {
      service: 'apply',
      socialSecurityNumber: identity.socialSecurityNumber,
      charge: chargeOnApplying(kit),
    },
    loss: null,
    request: {
      kind: 'application.submit',
      identity: { ...identity },
      mobile: mobile.mobile,
      issue: 'on-the-spot',
      mobileConfirmation: mobile.confirmation,
      occupation,
      residentialAddress: address,
      collectionOutlet: outletOf(kit, context.outlet).id,
      photo,
      face,
    },
    makeHere: true,
    keepsOldCard: false,
  };
}

export const instantReceipt = (kit: FlowKit, context: ApplyContext): Ending =>
  requestReceipt({
    service: 'apply',
    carried: context.carried,
    place: outletOf(kit, context.outlet),
    collectWithinDays: kit.policy.application.collectWithinDays,
    tellPayers: false,
    ownCard: 'none',
  });
