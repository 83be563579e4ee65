import type { SocialSecurityEvent } from '../../src/card/social-security-events.ts';
import type { SocialSecurityState } from '../../src/card/social-security-side.ts';
import type { APPLICATION_FAILURES, APPLICATION_STEPS } from '../../src/contracts/central/progress.ts';
import type { AccountChoice, ExchangeReason } from '../../src/policy/closed-sets.ts';

/** Cards and what happens to them. */
export interface CardTables {
  card: {
    card_serial: string;
    social_security_number: string;
    /** null until the card is produced, like the next one. */
    card_id: string | null;
    card_number: string | null;
    /** null until it is known: a new account is opened when the card is produced. */
    account_number: string | null;
    social_security_state: SocialSecurityState;
    application_number: string | null;
    generation: 2 | 3;
    issued_on: string | null;
    /** Last day of its validity. */
    expires_on: string | null;
    /** Last day of a temporary loss report; null: none, or without end (LOSS-2). */
    lost_until: string | null;
    /** Day since which it lies ready for its owner (M A12). */
    awaiting_since: string | null;
    /** Where it lies ready: an outlet, or `kiosk:` and the kiosk whose bin holds it. */
    place: string | null;
    /** The request it was made for; null for cards from before. */
    request_key: string | null;
    /** 1, 2, 3 … among this person's cards as they were ordered; 0 for cards from before. */
    ordinal: number;
  };
  /** One card that the authority owes, from acceptance to hand-over. */
  card_request: {
    /** Idempotency key of the application.submit or card.request. */
    request_key: string;
    request_number: string;
    purpose: 'application' | 'replacement' | 'swap' | 'exchange';
    social_security_number: string;
    receipt_reference: string;
    kiosk_id: string | null;
    accepted_at: string;
    ready_by: string;
    collection_outlet: string;
    /** A kiosk may bind a card only to a request that is made on the spot (APPLY-6). */
    issue: 'at-outlet' | 'on-the-spot';
    /** 1: a kiosk owed it and could not make it. */
    priority: number;
    account_choice: AccountChoice;
    exchange_reason: ExchangeReason | null;
    /** The card it takes the place of; null for a first card. */
    old_card_serial: string | null;
    /** The card that is owed. */
    card_serial: string;
    /** Payment order that paid for it: one order pays for one card. */
    order_key: string | null;
    step: (typeof APPLICATION_STEPS)[number];
    failure: (typeof APPLICATION_FAILURES)[number] | null;
    bound_at: string | null;
    switched_at: string | null;
    state: 'open' | 'delivered';
    /** The policy pack its kiosk worked by; null: the service's own. */
    pack_id: string | null;
    pack_version: number | null;
  };
  /** History: nothing changes the state of a card without a line here. */
  card_event: {
    card_serial: string;
    sequence: number;
    at: string;
    event: SocialSecurityEvent;
    from_state: SocialSecurityState;
    to_state: SocialSecurityState;
    /** Kind of the operation, or the timer. */
    reason: string;
  };
  /** The electronic card of a person: follows one card and mirrors its state (M A4, REPL-6). */
  electronic_card: {
    social_security_number: string;
    card_serial: string;
    state: SocialSecurityState;
  };
  certification: {
    operation_key: string;
    social_security_number: string;
    certified_on: string;
    valid_until: string;
    /** ID-6: decision, score, model and time. */
    face_evidence: string;
  };
  /** Messages to residents: queued in the transaction that gives the reason, sent after it. */
  text_message: {
    message_id: string;
    mobile: string;
    text: string;
    queued_at: string;
    sent_at: string | null;
  };
  /** What the authority's people have to look at. */
  authority_note: {
    note_id: string;
    at: string;
    kind: 'many-replacements' | 'card-maybe-taken' | 'payers-to-tell';
    social_security_number: string;
    detail: string;
  };
}
