import type { DocumentKind } from '../../src/contracts/configuration/document.ts';
import type { ConfigurationState, ConfigurationTrouble } from '../../src/contracts/configuration/poll.ts';
import type { ReleaseState } from '../../src/contracts/console/releases.ts';
import type { MemberState, RolloutState } from '../../src/contracts/console/rollouts.ts';

/** Releases of configuration, their rollouts, and what each kiosk is to run and runs. JSON columns are text. */
export interface ConfigurationTables {
  /** Every root there ever was: a kiosk that was away walks from its own to the newest. */
  trust_root: { version: number; statement: string; added_at: string };
  /** Signed documents by digest; never changed, never removed. */
  configuration_document: {
    sha256: string;
    kind: DocumentKind;
    line: string;
    version: number;
    /** The exact text of the signed statement. */
    statement: string;
    /** Characters of it. */
    length: number;
    effective_from: string;
    expires_at: string;
    release_id: string;
    added_at: string;
  };
  release: {
    release_id: string;
    title: string;
    reason: string;
    state: ReleaseState;
    drafted_by: string;
    drafted_at: string;
    submitted_at: string | null;
    approved_by: string | null;
    approved_at: string | null;
    /** Sent back or abandoned: why. */
    note: string | null;
    /** Raised at each change, so that nobody approves what they have not seen. */
    revision: number;
  };
  /** What a release changes: one row a document. */
  release_document: {
    release_id: string;
    kind: DocumentKind;
    line: string;
    version: number;
    /** JSON of the header without type, and of the content. */
    header: string;
    content: string;
    /** base64url payload to be signed, fixed at approval; null before. */
    payload: string | null;
    /** Set when enough offices have signed. */
    sha256: string | null;
  };
  release_signature: {
    release_id: string;
    kind: DocumentKind;
    line: string;
    kid: string;
    protected: string;
    signature: string;
    operator_id: string;
    signed_at: string;
  };
  rollout: {
    rollout_id: string;
    release_id: string;
    state: RolloutState;
    /** JSON: waves, gates, schedule, quiet hours (src/contracts/console/rollouts.ts). */
    plan: string;
    /** JSON: what the release's documents are, and for which regions and models (central/rollouts/rollout-rows.ts). */
    documents: string;
    /** Number of the wave that is open; 0: the canary. */
    wave: number;
    created_by: string;
    created_at: string;
    /** null: nobody has started it. */
    started_by: string | null;
    started_at: string | null;
    /** When the present wave opened. */
    wave_opened_at: string | null;
    /** What happened before was judged by an operator who let it go on: the gate looks at nothing earlier. */
    watched_from: string | null;
    ended_at: string | null;
    /** Why it was paused, stopped or turned back. */
    reason: string | null;
  };
  /** Fixed when a kiosk joins: a kiosk never changes its wave. */
  rollout_member: {
    rollout_id: string;
    kiosk_id: string;
    wave: number;
    state: MemberState;
    /** Configuration trouble, or why it waits; null: none. */
    reason: string | null;
    /** Sessions of its assignments from this version on are journeys on the new configuration; null: not given out yet. */
    from_assignment: number | null;
    changed_at: string;
  };
  /** The document of each kind a kiosk is to run. */
  kiosk_target: {
    kiosk_id: string;
    kind: DocumentKind;
    line: string;
    sha256: string;
    /** The one before, for going back; null: as shipped. */
    before_sha256: string | null;
    rollout_id: string;
    /** 1: operators turned the rollout back. */
    back: number;
  };
  kiosk_assignment: {
    kiosk_id: string;
    version: number;
    statement: string;
    issued_at: string;
    expires_at: string;
    /** 1: its targets changed since; the next poll makes a new one. */
    stale: number;
    /** `fleet_generation` it was made under; another one now: stale too. */
    generation: number;
  };
  /**
   * One row, counted up by whatever changes every kiosk's assignment at once (a closure, a revocation): ten thousand
   * assignments become stale without ten thousand rows being written.
   */
  fleet_generation: { id: 1; generation: number };
  /** Every document a kiosk was ever assigned, and the last assignment that named it. */
  kiosk_document: { kiosk_id: string; sha256: string; assignment: number };
  /** As its last poll told it. */
  kiosk_configuration: {
    kiosk_id: string;
    polled_at: string;
    state: ConfigurationState;
    trouble: ConfigurationTrouble | null;
    assignment: number;
    running_assignment: number;
    root_version: number;
    /** JSON: the report whole. */
    report: string;
    sealing_key: string;
  };
  /** Emergency off. */
  service_closure: {
    closure_id: string;
    service: string;
    since: string;
    reason: string;
    closed_by: string;
    opened_at: string | null;
    opened_by: string | null;
  };
}
