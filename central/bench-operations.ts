import { randomBytes } from 'node:crypto';
import type { Identity } from '../src/contracts/central/identity.ts';
import type { ApplicationSubmit, CardActivate } from '../src/contracts/central/operations.ts';
import type { FictitiousCard, FictitiousResident } from '../src/fictitious-residents/resident.ts';
import { sealPin } from '../src/pin-block/iso4.ts';
import type { PinBlock } from '../src/ports/pin-pad.ts';
import { blockCipher } from './bank/pin-keys.ts';
import { BENCH_NOW, BENCH_PIN_KEY } from './central-bench.ts';

const at = new Date(BENCH_NOW).toISOString();

/** A PIN nothing speaks against. */
export const GOOD_PIN = '730258';

export const face = {
  decision: 'accept',
  distance: 0.36,
  liveness: 'passed',
  model: 'face-api 1.7.15',
  at,
} as const;

export const identityOf = (resident: FictitiousResident): Identity => ({
  ...resident.document,
  socialSecurityNumber: resident.socialSecurityNumber,
});

export const cardOf = (resident: FictitiousResident): FictitiousCard => {
  if (!resident.card) throw new Error(`${resident.id} has no card`);
  return resident.card;
};

/** What a kiosk sends for an application accepted with the link down, unless changed. */
export const application = (
  resident: FictitiousResident,
  change: Partial<ApplicationSubmit> = {},
): ApplicationSubmit => ({
  kind: 'application.submit',
  receiptReference: 'YKT-BENCH-1',
  acceptedAt: at,
  identity: identityOf(resident),
  mobile: resident.mobile,
  issue: 'at-outlet',
  mobileConfirmation: null,
  occupation: 'worker',
  residentialAddress: '海南省测试市样例区虚构路1号',
  collectionOutlet: 'outlet-1',
  photo: { source: 'authority-file' },
  face,
  ...change,
});

/** The pad's end of a PIN block. */
export function pinBlock(
  pin: string,
  accountNumber: string,
  { format = 'iso4-aes', key = BENCH_PIN_KEY }: { format?: PinBlock['format']; key?: Uint8Array } = {},
): PinBlock {
  const sealed = sealPin(pin, accountNumber, randomBytes(8), blockCipher(format, key));
  if (!sealed.ok) throw new Error(sealed.error.kind);
  return { format, keyName: 'PINKEY', block: Buffer.from(sealed.value).toString('hex').toUpperCase() };
}

export const entries = (pin: string, accountNumber: string, second = pin): [PinBlock, PinBlock] => [
  pinBlock(pin, accountNumber),
  pinBlock(second, accountNumber),
];

/** What a kiosk sends to activate the card in the resident's hand, unless changed. */
export function activation(resident: FictitiousResident, change: Partial<CardActivate> = {}): CardActivate {
  const card = cardOf(resident);
  return {
    kind: 'card.activate',
    receiptReference: 'YKT-BENCH-2',
    socialSecurityNumber: resident.socialSecurityNumber,
    cardId: card.cardId,
    cardNumber: card.cardNumber,
    accountNumber: card.accountNumber,
    entries: entries(GOOD_PIN, card.accountNumber),
    balanceSms: true,
    face,
    ...change,
  };
}
