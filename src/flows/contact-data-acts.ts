import type { ContactChange } from '../contracts/central/operations.ts';
import { maskAddress, maskIdentityNumber, maskMobile, maskName } from '../identity/masking.ts';
import { inLanguage } from '../policy/in-language.ts';
import type { ActEnd, OpenedTransaction } from '../ports/transactions.ts';
import { NOTHING_MORE } from '../receipt/receipt-facts.ts';
import type { ReceiptState } from '../receipt/receipt-state.ts';
import type { ContactDataContext } from './contact-data.ts';
import { DELAYS } from './delays.ts';
import { type Ending, trouble } from './ending.ts';
import type { FlowKit } from './kit.ts';
import { refusalOfOperation } from './operation-refusal.ts';
import type { ScreenBody, ViewEnvironment } from './screen.ts';

/** The three of INFO-1, in the order they are shown. */
const FIELDS = ['mobile', 'occupation', 'residential-address'] as const;
type ContactField = (typeof FIELDS)[number];

const isChanged = (context: ContactDataContext, field: ContactField): boolean =>
  ({
    mobile: context.mobile,
    occupation: context.occupation,
    'residential-address': context.address,
  })[field] !== null;

export const anythingChanged = (context: ContactDataContext): boolean =>
  FIELDS.some((field) => isChanged(context, field));

/** What will hold: the new value where there is one, else what the authority has; masked as it came. */
function lineValue(context: ContactDataContext, field: ContactField, environment: ViewEnvironment): string {
  const known = context.answer?.ok ? context.answer.value : null;
  switch (field) {
    case 'mobile':
      return context.mobile ? maskMobile(context.mobile.mobile) : (known?.mobileMasked ?? '');
    case 'occupation':
      return occupationName(context.occupation ?? known?.occupation ?? '', environment);
    case 'residential-address':
      return context.address === null
        ? (known?.residentialAddressMasked ?? '')
        : maskAddress(context.address);
  }
}

/** A code becomes its name; an authority that keeps free text is shown as it writes. */
function occupationName(code: string, { kit, language }: ViewEnvironment): string {
  const occupation = kit.policy.application.occupations.find((one) => one.code === code);
  return occupation ? inLanguage(occupation.name, language) : code;
}

export const contactDataBody = (context: ContactDataContext, environment: ViewEnvironment): ScreenBody => ({
  screen: 'contact-data',
  lines: FIELDS.map((field) => ({
    field,
    value: lineValue(context, field, environment),
    changed: isChanged(context, field),
  })),
});

export const newOccupationBody = (
  { occupation, answer }: ContactDataContext,
  { kit, language }: ViewEnvironment,
): ScreenBody => ({
  screen: 'occupation',
  options: kit.policy.application.occupations.map(({ code, name }) => ({
    value: code,
    label: inLanguage(name, language),
  })),
  chosen: occupation ?? (answer?.ok ? answer.value.occupation : null),
});

/** Check your answers: who, and what changes; what stays is not said again. */
export function contactAnswersBody(context: ContactDataContext, environment: ViewEnvironment): ScreenBody {
  const { identity } = context;
  return {
    screen: 'check-answers',
    lines: [
      { field: 'name', value: maskName(identity.name), fromChip: true, change: false },
      { field: 'document-number', value: maskIdentityNumber(identity.number), fromChip: true, change: false },
      ...FIELDS.filter((field) => isChanged(context, field)).map((field) => ({
        field,
        value: lineValue(context, field, environment),
        fromChip: false,
        change: true,
      })),
    ],
    feeFen: 0,
    queued: false,
  };
}

/** INFO-2: a number goes along only with the confirmation of its code. */
function newMobile({ mobile }: ContactDataContext): ContactChange['mobile'] {
  if (mobile === null) return null;
  if (mobile.confirmation === null) throw new Error('a mobile number without its confirmation');
  return { number: mobile.mobile, confirmation: mobile.confirmation };
}

/** Intent on disk, one call, outcome on disk (INFO-1). */
export const changeContactData = (kit: FlowKit, context: ContactDataContext, signal: AbortSignal) =>
  kit.transactions.carryOut(
    {
      service: 'contact-data',
      operation: {
        socialSecurityNumber: context.identity.socialSecurityNumber,
        mobile: newMobile(context),
        occupation: context.occupation,
        residentialAddress: context.address,
        face: context.face,
      },
    },
    DELAYS.UNKNOWN_PATIENCE,
    signal,
  );

const stateOf = (end: ActEnd): ReceiptState => {
  switch (end.state) {
    case 'done':
      return 'done-here';
    case 'refused':
      return 'refused';
    case 'unknown':
      return 'unknown-asking';
    case 'nothing-happened':
      return 'nothing-happened';
  }
};

/** Exactly the row reached, nothing more. */
export function contactDataReceipt(done: (OpenedTransaction & { readonly end: ActEnd }) | null): Ending {
  if (!done) return trouble('internal');
  return {
    kind: 'receipt',
    receipt: {
      ...NOTHING_MORE,
      state: stateOf(done.end),
      service: 'contact-data',
      reference: done.reference,
      transactionId: done.transactionId,
      refusal: done.end.state === 'refused' ? refusalOfOperation(done.end.code) : null,
    },
  };
}
