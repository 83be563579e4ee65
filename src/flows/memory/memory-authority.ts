import type { Authority, AuthorityTrouble } from '../../ports/authority.ts';
import { err, type Result } from '../../result.ts';
import type { MemoryWorld } from './memory-world.ts';

/** Gives the world's answers; with the link down nobody is reached. */
export function memoryAuthority(world: MemoryWorld): Authority {
  const online = <T>(answer: () => Result<T, AuthorityTrouble>) =>
    Promise.resolve<Result<T, AuthorityTrouble>>(world.linkUp ? answer() : err({ kind: 'link-down' }));
  return {
    eligibility: () => online(() => world.eligibility),
    photoOnFile: () => online(() => world.photoOnFile),
    sendSmsCode: () => online(() => world.smsSent),
    verifySmsCode: () => online(() => world.smsVerified),
    cardStatus: () => online(() => world.cardStatus),
    checkPin: () => online(() => world.pinChecked),
    residentCard: () => online(() => world.residentCard),
    insuranceRecords: () => online(() => world.insuranceRecords),
    contributionRecords: () => online(() => world.contributionRecords),
    applications: () => online(() => world.residentApplications),
    contactData: () => online(() => world.contactData),
    checkElectronicCard: (code) => {
      world.codesChecked.push(code);
      return online(() => world.electronicCard);
    },
    checkReceipt: () => online(() => world.receiptCheck),
  };
}
