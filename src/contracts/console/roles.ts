import { z } from 'zod';

/** What operators may do at the desk. Nobody approves, signs for money or confirms what they proposed themselves. */
export const OPERATOR_ROLES = [
  /** Sees everything, changes nothing. */
  'viewer',
  /** Looks after the kiosks: alarms, tags, enrolment, revocation, emergency off, decisions about stuck requests. */
  'fleet',
  /** Drafts configuration. */
  'editor',
  /** The second person: approves drafts, runs rollouts, opens a closed service again. */
  'approver',
  /** Brings an office's signatures. */
  'signer',
  /** The second person for money. */
  'money',
  /** Accounts of operators. */
  'administrator',
] as const;
export const operatorRole = z.enum(OPERATOR_ROLES);
export type OperatorRole = z.infer<typeof operatorRole>;

/** Every role may look; what they change differs. */
export const EVERYBODY: readonly OperatorRole[] = OPERATOR_ROLES;
