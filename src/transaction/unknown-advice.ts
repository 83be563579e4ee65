import type { AuditEventId } from '../contracts/audit.ts';
import type { Decision } from './decision.ts';
import type { RequestStep, TechnicianReason } from './request-step.ts';

/** What neither machines nor authority can tell, or what no program can bring to its end. Every one has a person. */
export type Unknown =
  | TechnicianReason
  | 'card-maybe-taken'
  | 'card-in-unknown-place'
  | 'payment-unknown'
  | 'authority-silent'
  | 'issuer-silent'
  | 'acceptor-silent'
  | 'order-forgotten'
  | 'journal-contradictory';

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What two people do about it, and the audit event that tells the operator of it. */
export interface UnknownAdvice {
  readonly event: AuditEventId;
  readonly technician: Words;
  readonly operator: Words;
}

/** What settling leaves unknown with this step of a request; empty where it leaves nothing. */
export function unknownsOfStep(step: RequestStep): readonly Unknown[] {
  switch (step.kind) {
    case 'close': {
      const { end } = step;
      const card = end === 'card-maybe-taken' || end === 'card-in-unknown-place' ? [end] : [];
      return [...card, ...step.technician];
    }
    case 'ask-payment':
      return ['payment-unknown'];
    case 'ask-authority':
    case 'void-at-authority':
      return ['authority-silent'];
    case 'read-issuer':
      return ['issuer-silent'];
    case 'read-acceptor':
      return ['acceptor-silent'];
    case 'hand-to-technician':
      return [step.fault === 'order-forgotten' ? 'order-forgotten' : 'journal-contradictory'];
    case 'record':
    case 'cancel-order':
    case 'refund':
    case 'to-bin':
    case 'switch':
    case 'deliver':
    case 'wait-for-outbox':
      return [];
  }
}

/** The same for a transaction of one act. */
export function unknownOfDecision(decision: Decision): Unknown | null {
  switch (decision.kind) {
    case 'ask-authority':
    case 'void-at-authority':
      return 'authority-silent';
    case 'hand-to-technician':
      return 'journal-contradictory';
    case 'close-done':
    case 'close-refused':
    case 'close-nothing-happened':
    case 'wait-for-outbox':
      return null;
  }
}

export const UNKNOWN_ADVICE: Readonly<Record<Unknown, UnknownAdvice>> = {
  'blank-in-unknown-place': {
    event: 'request-ended',
    technician: {
      zh: '打开发卡机，找出这张空白卡，放进废卡箱，再登记它在哪里。还在机器中间的不要取：登记以后机器自己送进去。',
      en: 'Open the issuer, find the blank, put it into the reject bin and enter where it is. Leave one that is still inside: the machine bins it.',
    },
    operator: {
      zh: '派技师。居民不用再来：卡已经转为到网点领取。',
      en: 'Send a technician. The resident need do nothing: the card is made for the outlet.',
    },
  },
  'card-not-in-bin': {
    event: 'request-ended',
    technician: {
      zh: '打开发卡机找这张卡。还在机器中间或出口的不要取：登记以后机器送进废卡箱。掉在别处的，放进废卡箱再登记。废卡箱满了先清空。',
      en: 'Open the issuer and find the card. Leave one that is inside or at the gate: once entered, the machine bins it. Put any other into the reject bin and enter it. Empty a full bin first.',
    },
    operator: {
      zh: '派技师。这张卡现在不能用；技师登记以前不要发给任何人。',
      en: 'Send a technician. The card is not usable; give it to nobody before its place is entered.',
    },
  },
  'old-card-in-unknown-place': {
    event: 'request-ended',
    technician: {
      zh: '打开收卡机，找出居民的旧卡，放进旧卡箱，再登记；还在机器中间的不要取。旧卡仍然有效，清箱以后由网点还给本人。',
      en: 'Open the acceptor, find the old card, put it into the retain bin and enter it; leave one that is still inside. It is still valid: the outlet gives it back.',
    },
    operator: {
      zh: '告诉居民旧卡在哪里。旧卡没有注销，仍然有效；新卡在机里，没有启用。',
      en: 'Tell the resident where the old card is. It is still valid; the new one is inside and not in use.',
    },
  },
  'refund-not-taken': {
    event: 'request-ended',
    technician: {
      zh: '不用动机器。居民来问，请记下回执编号交给操作员。',
      en: 'Nothing to do at the machine. Give the receipt reference of anyone who asks to the operator.',
    },
    operator: {
      zh: '按回执编号查收款单和死信，查明没有退成以后人工退款；先查再退，不要退两次。',
      en: 'Look up order and dead letter by the reference; once it is sure that nothing went back, refund by hand, once.',
    },
  },
  'switch-not-taken': {
    event: 'request-ended',
    technician: {
      zh: '旧卡在旧卡箱，新卡在废卡箱：两个箱都清空，封口袋一起送网点，不要还给居民。',
      en: 'The old card is in the retain bin, the new one in the reject bin: empty both, take the bags to the outlet, give none out.',
    },
    operator: {
      zh: '查死信的原因。旧卡在系统里可能仍有效：先停用，再由网点启用新卡或补制，并通知居民。',
      en: 'Look at the dead letter. The old card may still be valid: suspend it, let the outlet put the new one in use, tell the resident.',
    },
  },
  'delivery-not-taken': {
    event: 'request-ended',
    technician: {
      zh: '清废卡箱、旧卡箱的时候，看屏幕列出的卡里有没有这个回执编号，告诉操作员。',
      en: 'When the bins are emptied, look for this receipt reference among the cards on the screen and tell the operator.',
    },
    operator: {
      zh: '查死信的原因，把卡的去处（已取走、留在机里、没有发出）补报给发卡机构。',
      en: 'Look at the dead letter and tell the authority by hand what became of the card: taken, kept, or not issued.',
    },
  },
  'card-maybe-taken': {
    event: 'request-ended',
    technician: {
      zh: '看出口和废卡箱里有没有这张卡。有就登记；没有也照样登记，报给操作员，不用再找。',
      en: 'Look at the gate and in the reject bin. Enter where the card is, or that it is nowhere; then tell the operator and look no further.',
    },
    operator: {
      zh: '卡已暂停，居民收到短信。本人带身份证和卡到窗口，核对后解除；找到在机里，转为网点领取。',
      en: 'The card is suspended and its owner told. A counter releases it to them; if it is found inside, it is collected.',
    },
  },
  'card-in-unknown-place': {
    event: 'request-ended',
    technician: {
      zh: '打开发卡机找这张已写好的卡，放进废卡箱，再登记；还在机器中间的不要取。绝不放回空白卡箱。清箱以后由网点交给本人。',
      en: 'Open the issuer, find the finished card, put it into the reject bin and enter it; leave one that is still inside. Never back into the stack. The outlet gives it to its owner.',
    },
    operator: {
      zh: '派技师。卡已暂停，找到以前不要另制一张。',
      en: 'Send a technician. The card is suspended; have no other made before it is found.',
    },
  },
  'payment-unknown': {
    event: 'transaction-unknown',
    technician: {
      zh: '不用动机器，看网络通不通。请居民不要再付一次。',
      en: 'Nothing to do but to look at the link. Nobody pays a second time.',
    },
    operator: {
      zh: '按回执编号到收单方查这一单。机器会一直问，问明白后自己收或退；不要另开一单。',
      en: 'Look the order up at the acquirer. The kiosk goes on asking and then keeps or returns; make no second order.',
    },
  },
  'authority-silent': {
    event: 'transaction-unknown',
    technician: {
      zh: '看网络通不通。请居民先不要再办同一件事。',
      en: 'Look at the link. The resident should not ask for the same thing again yet.',
    },
    operator: {
      zh: '按回执编号查这件事办了没有。恢复联系后机器自己问明白；一天不明，联系发卡机构。',
      en: 'Look up by the reference whether it was done. The kiosk finds out when it is answered; after a day call the authority.',
    },
  },
  'issuer-silent': {
    event: 'transaction-unknown',
    technician: {
      zh: '让发卡机恢复工作（线、电源）。不要用手动卡：恢复后机器看传感器，自己接着做完。',
      en: 'Bring the issuer back (cable, power) and move no card by hand: the kiosk reads the sensors and goes on by itself.',
    },
    operator: {
      zh: '派技师。居民的卡不受影响，结果在回执编号下可查。',
      en: 'Send a technician. Nothing is lost; the end will be found under the receipt reference.',
    },
  },
  'acceptor-silent': {
    event: 'transaction-unknown',
    technician: {
      zh: '让收卡机恢复工作（线、电源）。旧卡可能在里面，不要用手动卡：恢复后机器看传感器，自己接着做完。',
      en: 'Bring the acceptor back (cable, power). The old card may be inside: move no card by hand; the kiosk reads the sensors and goes on by itself.',
    },
    operator: {
      zh: '派技师，告诉居民旧卡可能还在机里，查明后还给本人。',
      en: 'Send a technician; tell the resident that the old card may be inside and will be returned if it is theirs.',
    },
  },
  'order-forgotten': {
    event: 'transaction-needs-technician',
    technician: {
      zh: '不用动机器。请居民不要再付一次，记下回执编号。',
      en: 'Nothing to do at the machine. Nobody pays a second time; note the receipt reference.',
    },
    operator: {
      zh: '中心不认得这张收款单（多半恢复过旧备份），但居民见过付款码：到收单方查，付了就补录或退款。',
      en: 'The centre no longer knows an order that a resident could pay (a restored backup). Ask the acquirer; enter it again or refund.',
    },
  },
  'journal-contradictory': {
    event: 'transaction-needs-technician',
    technician: {
      zh: '不要删数据，不要清箱；数一数机器里看得到的卡，报给操作员。',
      en: 'Delete no data and empty no bin. Count the cards you can see in the machine and tell the operator.',
    },
    operator: {
      zh: '流水自相矛盾，程序不猜。按回执编号核对钱、卡和受理，再找开发者。',
      en: 'The journal contradicts itself and is not guessed at. Check money, card and acceptance by the reference; call the developers.',
    },
  },
};
