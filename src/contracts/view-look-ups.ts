import { z } from 'zod';
import { FINANCIAL_STATES } from '../card/financial-side.ts';
import { SOCIAL_SECURITY_STATES } from '../card/social-security-side.ts';
import { APPLICATION_FAILURES, APPLICATION_STEPS } from '../contracts/central/queries.ts';
import { INSURANCE_TYPES } from '../policy/closed-sets.ts';
import { RECEIPT_STATES } from '../receipt/receipt-state.ts';
import { RECEIPT_VERDICTS } from '../receipt-code/receipt-verdict.ts';
import { RECEIPT_STANDINGS } from '../receipt-code/where-request-stands.ts';
import { OUTLET_KINDS, RECORD_FACTS } from './screen-words.ts';
import { serviceId } from './service.ts';
import { place, screen } from './view-chrome.ts';

/** Screens on which a resident sees something and changes nothing but their contact data. */
export const LOOK_UP_SCREENS = [
  // read my card (READ-1), electronic card (ECARD-2)
  screen('card-view', {
    from: z.enum(['card', 'electronic-card']),
    generation: z.union([z.literal(2), z.literal(3)]).nullable(),
    cardNumberMasked: z.string().nullable(),
    nameMasked: z.string().nullable(),
    region: z.string().nullable(),
    issuedOn: z.string().nullable(),
    expiresOn: z.string().nullable(),
    /** null: not known without identity. */
    socialSecurity: z.enum(SOCIAL_SECURITY_STATES).nullable(),
    financial: z.enum(FINANCIAL_STATES).nullable(),
    next: z.array(serviceId),
  }),
  screen('scan-code', {
    wanted: z.enum(['electronic-card', 'receipt']),
    problem: z.enum(['expired', 'unknown', 'camera-down']).nullable(),
  }),

  // records (REC), progress (PROG), contact data (INFO)
  screen('records', {
    category: z.enum(['insurance', 'payments']),
    type: z.enum(INSURANCE_TYPES),
    year: z.number().int(),
    facts: z.array(z.object({ fact: z.enum(RECORD_FACTS), value: z.string() })),
    months: z.array(
      z.object({
        month: z.string(),
        baseFen: z.number(),
        personalFen: z.number(),
        employerFen: z.number(),
        paid: z.boolean(),
      }),
    ),
    paper: z.enum(['not-possible', 'offered', 'printing', 'printed', 'failed']),
  }),
  screen('applications', {
    applications: z.array(
      z.object({
        number: z.string(),
        purpose: z.enum(['application', 'replacement', 'swap', 'exchange']),
        acceptedOn: z.string(),
        step: z.enum(APPLICATION_STEPS),
        failure: z.enum(APPLICATION_FAILURES).nullable(),
        readyBy: z.string().nullable(),
        collectBy: z.string().nullable(),
        place: z.string().nullable(),
      }),
    ),
  }),
  /** Whether a receipt is genuine, what it said, and where its request stands now. */
  screen('receipt-check', {
    verdict: z.enum(RECEIPT_VERDICTS),
    /** What the receipt said; null where nobody vouches for it. Milliseconds since the epoch. */
    said: z
      .object({ service: serviceId, state: z.enum(RECEIPT_STATES), at: z.number(), kioskId: z.string() })
      .nullable(),
    /** null: nothing to ask the centre about. */
    reference: z.string().nullable(),
    /** null: the centre could not be asked, or there was nothing to ask. Milliseconds since the epoch. */
    stands: z.object({ standing: z.enum(RECEIPT_STANDINGS), at: z.number().nullable() }).nullable(),
  }),
  screen('contact-data', {
    lines: z.array(
      z.object({
        field: z.enum(['mobile', 'occupation', 'residential-address']),
        value: z.string(),
        changed: z.boolean(),
      }),
    ),
  }),

  // without identity
  screen('electronic-card', {
    channels: z.array(
      z.object({
        name: z.string(),
        note: z.string(),
        url: z.string().nullable(),
        hotline: z.string().nullable(),
      }),
    ),
    canScan: z.boolean(),
  }),
  screen('outlets', {
    kind: z.enum(OUTLET_KINDS),
    region: z.string().nullable(),
    regions: z.array(z.string()),
    places: z.array(
      place.extend({
        newCard: z.boolean(),
        replacement: z.boolean(),
        /** Makes cards for adults with a resident ID card alone. */
        adultsOnly: z.boolean(),
      }),
    ),
    /** Whether the list names them all, and how old it is. */
    list: z.object({ partial: z.boolean(), asOf: z.string() }).nullable(),
    paper: z.enum(['not-possible', 'offered', 'printing', 'printed', 'failed']),
  }),
  screen('help', {
    query: z.string(),
    topics: z.array(z.object({ id: z.string(), question: z.string() })),
    /** services.md 13: what only a counter does. */
    counterTopics: z.array(z.object({ id: z.string(), title: z.string() })),
  }),
  screen('help-topic', {
    question: z.string(),
    answer: z.array(z.string()),
    /** Offered below the answer; the chrome's `service` is help itself. */
    settledBy: serviceId.nullable(),
  }),
  screen('counter-topic', {
    title: z.string(),
    who: z.string(),
    papers: z.array(z.string()),
    where: z.string(),
    howLong: z.string(),
    counters: z.array(place),
  }),
] as const;
