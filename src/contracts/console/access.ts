import { z } from 'zod';
import { instant, sixDigits } from '../fields.ts';
import { operatorRole } from './roles.ts';

/** Everything the console asks is below this. */
export const CONSOLE_API = '/console/api';

/** Carries `me.csrf` on every request that changes something. */
export const CSRF_HEADER = 'x-csrf-token';

/**
 * On what a page asks by itself (a live refresh): such a request keeps nobody signed in. Without it a page left open
 * would never come to the end of its quarter of an hour.
 */
export const REFRESH_HEADER = 'x-console-refresh';

/** Stands in the page's HTML where the nonce for styles goes at delivery: `<meta name="csp-nonce" content="…">`. */
export const STYLE_NONCE_MARK = '__STYLE_NONCE__';

/** Server-sent events of `GET /console/api/changes`: something of this kind changed, ask again. */
export const CONSOLE_CHANGES = ['fleet', 'releases', 'rollouts', 'work', 'access'] as const;
export const consoleChange = z.strictObject({ what: z.enum(CONSOLE_CHANGES) });
export type ConsoleChange = z.infer<typeof consoleChange>;

export const operatorId = z.string().regex(/^O-\d{4,8}$/);
/** What operators type to sign in: small letters, digits, dot and dash. */
export const operatorLogin = z.string().regex(/^[a-z][a-z0-9.-]{2,39}$/);
/** Counted in characters as people count them; how easily it is guessed is judged at the centre. */
export const newPassword = z
  .string()
  .max(200)
  .refine((text) => [...text].length >= 12, 'at least 12 characters');
const typedPassword = z.string().min(1).max(200);
/** Printed in groups; dashes, blanks and case do not matter. */
const invitationCode = z.string().min(16).max(60);
const roles = z
  .array(operatorRole)
  .min(1)
  .max(7)
  .refine((list) => new Set(list).size === list.length, 'a role twice');

/** `GET sign-in` [open]: how one can sign in here. */
export const signInOffer = z.strictObject({ local: z.literal(true), organisation: z.boolean() });

/** `POST sign-in` [open]. Wrong login, password or code are one answer: `sign-in-refused`; then `rate-limited`. */
export const signInRequest = z.strictObject({
  login: z.string().min(1).max(60),
  password: typedPassword,
  code: sixDigits,
});

/** Whoever is signed in, and until when. Answer of `GET me`, `POST sign-in`, `POST invitations/acceptances`. */
export const signedIn = z.strictObject({
  operatorId,
  login: operatorLogin,
  name: z.string(),
  roles: z.array(operatorRole),
  csrf: z.string(),
  /** How long one may do nothing. */
  idleSeconds: z.number().int(),
  /** When the session ends unless something is asked before. */
  idleUntil: instant,
  /** When it ends whatever is done. */
  endsAt: instant,
});
export type SignedIn = z.infer<typeof signedIn>;

/** `POST invitations/looks` [open]: whose it is, and a fresh secret for their authenticator; each look replaces it. */
export const invitationLook = z.strictObject({ invitation: invitationCode });
export const invitationSeen = z.strictObject({
  login: operatorLogin,
  name: z.string(),
  /** For the QR code; told to nobody again. */
  otpauthUri: z.string(),
  /** The same secret to type, base32. */
  secret: z.string(),
});
/** `POST invitations/acceptances` [open]: sets password and authenticator, and signs in. */
export const invitationAcceptance = z.strictObject({
  invitation: invitationCode,
  password: newPassword,
  code: sixDigits,
});

/** `PUT me/password`: every other session of theirs ends. */
export const passwordChange = z.strictObject({
  password: typedPassword,
  code: sixDigits,
  newPassword,
});

export const done = z.strictObject({ done: z.literal(true) });

export const operatorRow = z.strictObject({
  operatorId,
  login: operatorLogin,
  name: z.string(),
  roles: z.array(operatorRole),
  /** `invited`: has not signed in yet. */
  state: z.enum(['invited', 'active', 'disabled']),
  /** Signs in at the organisation (OIDC). */
  organisation: z.boolean(),
  createdAt: instant,
  /** When the newest session was last used; null: nobody is signed in. */
  seenAt: instant.nullable(),
  sessions: z.number().int(),
});
export type OperatorRow = z.infer<typeof operatorRow>;
export const operatorList = z.strictObject({ operators: z.array(operatorRow) });

/** `POST operators`: with a subject at the organisation there is no invitation, they sign in there. */
export const operatorInvitation = z.strictObject({
  login: operatorLogin,
  name: z.string().trim().min(1).max(60),
  roles,
  organisationSubject: z.string().trim().min(1).max(200).nullable(),
});
export const operatorInvited = z.strictObject({
  operatorId,
  /** Shown once, kept nowhere; null where they sign in at the organisation. */
  invitation: z.string().nullable(),
  expiresAt: instant.nullable(),
});
export const operatorParams = z.strictObject({ operatorId });
/** `PUT operators/:operatorId/roles`: ends their sessions. */
export const roleChange = z.strictObject({ roles });
/** `PUT operators/:operatorId/state` */
export const operatorStateChange = z.strictObject({ disabled: z.boolean() });

/** `GET acts`: newest first; `before`: the sequence of the last one already shown. */
export const actQuery = z.strictObject({
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  /** An operator's id, or `system`. */
  operator: z.string().max(20).optional(),
  act: z.string().max(60).optional(),
  subject: z.string().max(100).optional(),
  from: instant.optional(),
  to: instant.optional(),
});
export const actRow = z.strictObject({
  sequence: z.number().int(),
  at: instant,
  operatorId: z.string(),
  act: z.string(),
  subject: z.string().nullable(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type ActRow = z.infer<typeof actRow>;
export const actList = z.strictObject({ acts: z.array(actRow), more: z.boolean() });

/** `GET acts/chain`: whether each line carries on the one before; else the first that does not. */
export const actChain = z.strictObject({
  acts: z.number().int(),
  brokenAt: z.number().int().nullable(),
});
