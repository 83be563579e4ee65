import type { WorkItemKind, WorkItemState } from '../../src/contracts/console/work.ts';

/** Operators, their sessions and acts, and what waits for them. */
export interface OperatorTables {
  operator: {
    operator_id: string;
    /** What they type; unique, in small letters. */
    login: string;
    name: string;
    /** JSON array of roles. */
    roles: string;
    /** argon2id in the PHC string format; null: signs in at the organisation (OIDC) alone. */
    password: string | null;
    /** TOTP secret, AES-256-GCM under a key derived from the service key, base64; null: not set up yet. */
    totp_sealed: string | null;
    /** RFC 6238 step last used: a code opens once. */
    totp_last_step: number;
    /** `issuer subject` at the organisation's OIDC provider. */
    oidc_subject: string | null;
    created_at: string;
    disabled_at: string | null;
  };
  operator_session: {
    session_hash: string;
    operator_id: string;
    csrf: string;
    created_at: string;
    seen_at: string;
    expires_at: string;
  };
  /** Sets a password and an authenticator, once. One operator has one at most: a new one takes the old one's place. */
  operator_invitation: {
    operator_id: string;
    invitation_hash: string;
    /** The secret last shown with it, sealed as in `operator`; null: nobody has looked at it yet. */
    totp_sealed: string | null;
    created_at: string;
    expires_at: string;
  };
  /** Tries at the door, by login and by address (keyed digests): counted for all processes together. */
  sign_in_try: { subject: string; wrong: number; last_at: string; waits_until: string };
  /** OIDC: what was sent along and must come back. */
  oidc_flow: { state: string; nonce: string; verifier: string; expires_at: string };
  /** Everything operators do, chained by hash: what was there is never changed. */
  operator_act: {
    sequence: number;
    at: string;
    operator_id: string;
    act: string;
    subject: string | null;
    detail: string;
    hash: string;
  };
  kiosk_tag: { kiosk_id: string; tag: string };
  /** One past session each, for replay and gates (src/replay/past-outcome.ts). */
  past_session: {
    kiosk_id: string;
    sequence: number;
    at: string;
    day: string;
    service: string;
    disposition: string;
    assignment: number;
    pack: string;
    facts: string;
  };
  daily_figure: {
    kiosk_id: string;
    day: string;
    service: string;
    disposition: string;
    sessions: number;
    seconds: number;
  };
  /** What waits for people to decide. */
  work_item: {
    item_id: string;
    kind: WorkItemKind;
    kiosk_id: string | null;
    reference: string | null;
    idempotency_key: string | null;
    code: string;
    /** JSON: codes and amounts. */
    facts: string;
    money: number;
    since: string;
    state: WorkItemState;
    closed_at: string | null;
    /** JSON of kind, kiosk and key while it is not closed: there is one such item at a time. */
    open_subject: string | null;
  };
  work_decision: {
    decision_id: string;
    item_id: string;
    choice: string;
    note: string;
    proposed_by: string;
    proposed_at: string;
    confirmed_by: string | null;
    confirmed_at: string | null;
    /** `proposed`, `confirmed`, `withdrawn`, `sent`, `done`, `failed` */
    state: string;
    result: string | null;
  };
  /** Orders for kiosks: kept until answered. */
  kiosk_order: {
    order_id: string;
    kiosk_id: string;
    decision_id: string | null;
    body: string;
    ordered_at: string;
    outcome: string | null;
    detail: string | null;
    answered_at: string | null;
  };
}
