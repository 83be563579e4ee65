import type { Refusal } from '../../../src/contracts/trouble.ts';
import type { Said } from '../said.ts';
import { cardRefusals } from './card-refusals.ts';
import { serviceRefusals } from './service-refusals.ts';

const identityRefusals = {
  'document-not-accepted': {
    title: 'This document cannot be used here',
    what: 'This machine takes only the resident ID card. Your document is fine, but a counter must serve you.',
    now: ['Take it to one of the counters below.'],
  },
  'number-invalid': {
    title: 'The ID number does not check',
    what: 'The number in the chip fails its check digit, so we cannot go on. Your card has not changed.',
    now: [
      'Ask the police office to check this ID card.',
      'In a hurry, take your household register to a counter.',
    ],
  },
  'birth-date-conflict': {
    title: 'The birth dates differ',
    what: 'The birth date in the chip is not the one in the ID number. Your card has not changed.',
    now: ['Ask the police office to correct this ID card, then come back.'],
  },
  'sex-conflict': {
    title: 'The sex does not match',
    what: 'The sex in the chip is not the one in the ID number. Your card has not changed.',
    now: ['Ask the police office to correct this ID card, then come back.'],
  },
  'under-age': {
    title: 'A guardian must come with you to a counter',
    what: 'This rule protects young people. Nothing is wrong with your document.',
    now: ['Your guardian brings the papers below to a counter, with you.'],
  },
  'document-expired': {
    title: 'Your ID card has expired',
    what: 'An expired ID card cannot be used. Your social security card has not changed.',
    now: [
      'Renew it at the police office, then come back.',
      'With a temporary ID card, a counter can serve you.',
    ],
  },
  'document-not-yet-valid': {
    title: 'Your ID card is not valid yet',
    what: 'It cannot be used before its first day. Your social security card has not changed.',
    now: ['Come back on that day.', 'Your old card, if still valid, can be used.'],
  },
} satisfies Partial<Record<Refusal, Said>>;

const applyRefusals = {
  'has-card': {
    title: 'You already have a card',
    what: 'Everybody has one social security card only. Your card has not changed.',
    now: ['If it is lost or broken, choose one of the services below.'],
  },
  'application-pending': {
    title: 'You have already applied',
    what: 'You need not apply again. Your earlier application is being worked on.',
    now: ['You can look at its progress.', 'If it takes very long, please call.'],
  },
  'not-entitled': {
    title: 'You cannot apply here now',
    what: 'The office finds that you cannot get a card here at present. Nothing was paid, nothing was kept.',
    now: ['If that seems wrong, ask at a counter with your ID card, or call.'],
  },
  'code-wrong-too-often': {
    title: 'The code was wrong too often',
    what: 'For safety you cannot try again now. Nothing was submitted.',
    now: ['Check number and message, and start again.', 'Without your phone, a counter can serve you.'],
  },
  'identity-invalid': {
    title: 'Your identity could not be confirmed',
    what: 'The office finds nobody who matches this ID card. Nothing was submitted.',
    now: ['Take your ID card and household register to a counter.'],
  },
  'mobile-not-confirmed': {
    title: 'The mobile number was not confirmed',
    what: 'Without your confirmation the application was not accepted. Nothing was paid.',
    now: ['Apply again with a number that gets messages.', 'Without a phone, a counter can serve you.'],
  },
  'unknown-outlet': {
    title: 'The chosen place is not available',
    what: 'Cards cannot be collected there now, so the application was not accepted. Nothing was paid.',
    now: ['Apply again and choose another place.'],
  },
} satisfies Partial<Record<Refusal, Said>>;

export const refusals: Record<Refusal, Said> = {
  ...identityRefusals,
  ...applyRefusals,
  ...cardRefusals,
  ...serviceRefusals,
};
