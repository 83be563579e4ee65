import type { Kysely } from 'kysely';
import type { FinancialState } from '../../src/card/financial-side.ts';
import type { OperationKind, OperationOutcome } from '../../src/contracts/central/operations.ts';
import type { CardTables } from './card-tables.ts';
import type { ConfigurationTables } from './configuration-tables.ts';
import type { FleetDeskTables } from './fleet-desk-tables.ts';
import type { FleetTables } from './fleet-tables.ts';
import type { OperatorTables } from './operator-tables.ts';
import type { PaymentTables } from './payment-tables.ts';
import type { PersonalisationTables } from './personalisation-tables.ts';

/** Instants are ISO 8601 text in UTC, days `YYYY-MM-DD`, flags 0 or 1: the same in SQLite and PostgreSQL. */
export interface Tables
  extends CardTables,
    ConfigurationTables,
    FleetDeskTables,
    FleetTables,
    OperatorTables,
    PaymentTables,
    PersonalisationTables {
  enrolment_code: {
    /** SHA-256 of the code: the code itself is only ever on paper. */
    code_hash: string;
    created_at: string;
    expires_at: string;
    used_by: string | null;
    /** Operator; null: minted at the service itself. */
    minted_by: string | null;
    region: string | null;
    model: string | null;
    /** Its kiosk's name at the desk; null: what the technician types. */
    name: string | null;
  };
  kiosk: {
    kiosk_id: string;
    name: string;
    /** Ed25519 public key, RFC 8037 `x`. */
    public_key: string;
    enrolled_at: string;
    region: string | null;
    model: string | null;
    /** Stolen, lost, no longer ours: its key opens nothing, for ever. */
    revoked_at: string | null;
    revoked_by: string | null;
    revoked_because: string | null;
  };
  /** Kiosks that were given up: their keys are good for nothing any more. */
  decommission: { kiosk_id: string; at: string; technician: string; second_technician: string | null };
  used_assertion: { kiosk_id: string; jti: string; expires_at: string };
  access_token: { token_hash: string; kiosk_id: string; expires_at: string };
  heartbeat: {
    kiosk_id: string;
    received_at: string;
    body: string;
    /** A technician is at work since, by the kiosk's clock; null where none is. */
    maintenance_since: string | null;
    /** Of the body, for filtering and sorting: software, blanks, paper, what waits. null: not told. */
    version: string | null;
    /** JSON of what does not work, in the order of services: `[["activate","link-down"]]`. */
    services_off: string | null;
    blanks: number | null;
    paper: 'enough' | 'low' | 'out' | null;
    waiting: number | null;
    dead_letters: number | null;
    /** SHA-256 of the stuck requests and kept cards last carried over to the desk's tables. */
    desk_digest: string | null;
  };
  operation: {
    idempotency_key: string;
    kiosk_id: string;
    /** null where the key was voided before anything was received. */
    kind: OperationKind | null;
    body_digest: string | null;
    receipt_reference: string | null;
    state: OperationOutcome['state'];
    outcome: string;
    received_at: string;
  };
  audit_record: {
    kiosk_id: string;
    sequence: number;
    at: string;
    event: string;
    detail: string;
    hash: string;
    /** Of the detail, to be found by. */
    reference: string | null;
    transaction_id: string | null;
  };
  audit_finding: {
    kiosk_id: string;
    kind: 'gap' | 'broken-chain' | 'conflicting-record' | 'operation-forgotten' | 'unreadable-facts';
    /** First and last sequence number concerned. */
    first_sequence: number;
    last_sequence: number;
    found_at: string;
  };
  resident: {
    social_security_number: string;
    /** Stable name of a fictitious resident. */
    resident_id: string;
    name: string;
    birth_date: string;
    mobile: string | null;
    entitled: number;
    photo_base64: string | null;
    /** REPL-3 */
    hardship: number;
    /** CERT-1, REPL-2 */
    receives_benefits: number;
    occupation: string | null;
    residential_address: string | null;
    /** GB/T 3304, two digits. */
    ethnic_group: string | null;
  };
  application: {
    application_number: string;
    social_security_number: string;
    receipt_reference: string;
    kiosk_id: string | null;
    accepted_at: string;
    ready_by: string;
    collection_outlet: string;
    mobile: string;
    /** 0: the link was down, the office confirms the number itself. */
    mobile_confirmed: number;
    occupation: string;
    residential_address: string;
    photo_source: 'camera' | 'authority-file';
    photo_base64: string | null;
    /** ID-6: decision, score, model and time. */
    face_evidence: string;
    state: 'accepted' | 'ended';
  };
  bank_account: {
    account_number: string;
    social_security_number: string;
    birth_date: string;
    mobile: string | null;
    /** Keyed digests: no PIN is stored, not even an enciphered one. */
    initial_pin_verifier: string;
    pin_verifier: string | null;
    financial_state: FinancialState;
    balance_sms: number;
  };
  sms_challenge: {
    challenge_id: string;
    mobile: string;
    purpose: 'application' | 'contact-data';
    code_digest: string;
    tries_left: number;
    sent_at: string;
    expires_at: string;
    confirmation_hash: string | null;
    /** Idempotency key of the one operation that used the confirmation. */
    used_by: string | null;
  };
  registry_seed: { seeded_for: string };
}

/** The database itself, or the one transaction a caller is in. */
export type Queries = Kysely<Tables>;
