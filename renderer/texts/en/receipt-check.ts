import type { Catalogue } from '../catalogue.ts';

export const receiptCheck: Catalogue['receiptCheck'] = {
  verdicts: {
    genuine: { title: 'This receipt is genuine', lead: 'A kiosk of ours gave it, and nobody changed it.' },
    unsigned: {
      title: 'We cannot tell whether it is genuine',
      lead: 'The code is a reference without a signature. This is where that request stands.',
    },
    'no-receipt-code': {
      title: 'This is no receipt of ours',
      lead: 'No kiosk of ours made this code. Please scan the one at the foot of the receipt.',
    },
    damaged: {
      title: 'We cannot check this receipt',
      lead: 'The code is damaged or only half seen. Flatten the paper and scan again, or call.',
    },
    'certificate-unknown': {
      title: 'We cannot check this receipt',
      lead: 'This machine does not know the one that gave it. Please call and give the reference.',
    },
    'certificate-over': {
      title: 'We cannot check this receipt',
      lead: 'It is older than what can still be checked.',
    },
    'kiosk-revoked': {
      title: 'We cannot check this receipt',
      lead: 'The machine that gave it is out of use for good. What stands below counts.',
    },
    'signature-wrong': {
      title: 'This is no receipt of ours',
      lead: 'Its code was changed, or made by somebody else. Please do not rely on it.',
    },
  },
  states: {
    'done-here': 'Done',
    'accepted-not-yet-sent': 'Accepted, not sent then',
    'sent-waiting-for-office': 'Sent, waiting for the office',
    refused: 'Not done',
    'partly-done': 'Partly done',
    'unknown-asking': 'Result not known then',
    'nothing-happened': 'Nothing was done',
    'go-to-counter': 'To be done at a counter',
  },
  standings: {
    done: 'The office has done it.',
    'card-under-way': 'The office accepted it. To see how far the card is, use your ID card.',
    'with-the-office': 'The office has it and is working on it.',
    'partly-done': 'Part of it is done and part is not. Please call and give the reference.',
    refused: 'The office did not accept it. Please call and give the reference.',
    'nothing-done': 'It was not done; your card is unchanged.',
    'not-sent-yet': 'Still in the machine that gave it; it goes by itself. Do not do it again.',
    'nothing-to-send': 'There was nothing on it for the office to do.',
    'no-record': 'The office has nothing of this reference. Please call.',
  },
  stands: 'Where it stands now',
  since: (day) => `As of ${day}`,
  notReached: 'No link to the office now: we cannot see where it stands.',
  notReachedGenuine:
    'No link to the office now: we cannot see where it stands. The receipt itself is genuine.',
  said: 'What the receipt says',
  service: 'Service',
  state: 'Result then',
  at: 'Given on',
  kiosk: 'Machine',
  reference: 'Reference',
  again: 'Scan another',
  finish: 'I have seen it',
};
