import type { Catalogue } from '../catalogue.ts';

export const receiptParts: Catalogue['receipt']['parts'] = {
  'loss-reported': 'The loss is reported; the lost card is blocked.',
  'loss-not-reported': 'The loss is not reported; the card can still be used. To block it, call.',
  'loss-unknown': 'We do not know yet if the loss is reported, and are asking. To block it, call.',
  'loss-undone': 'The report is undone; the card can be used again.',
  'new-card-handed-over': 'You have the new card. Keep it safe.',
  'new-card-to-collect': 'Collect the new card with your ID card when it is ready.',
  'new-card-held-here': 'The new card was not taken. It is locked in here, for you alone.',
  'new-card-maybe-taken':
    'We cannot be sure that you took the new card, so it is blocked. If you did, a counter opens it.',
  'new-card-unknown-place': 'The new card stands inside the machine. A technician takes it out.',
  'new-card-not-made': 'The new card could not be made.',
  'old-card-void': 'The old card is void, even when it is found.',
  'old-card-kept': 'The machine has kept the old card.',
  'old-card-still-valid': 'The old card can still be used.',
  'old-card-given-back': 'You have the old card back.',
  'old-card-not-taken': 'The old card was not taken. The machine keeps it for you.',
  'old-card-stuck': 'The old card is stuck in the machine. A technician takes it out.',
  'electronic-card-follows': 'Your electronic card follows the new card by itself.',
  'tell-benefit-payers': 'The account is new: tell whoever pays you.',
};

export const receiptMoney: Catalogue['receipt']['money'] = {
  label: 'Money',
  'not-taken': 'No money was taken',
  taken: (kept) => `${kept} yuan taken`,
  'coming-back': (back) => `${back} yuan come back to where you paid from`,
  kept: (kept) => `${kept} yuan taken, `,
  unknown: 'We are still asking. You never pay twice; do not pay again',
};
