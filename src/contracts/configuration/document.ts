import { z } from 'zod';
import { helpFile } from '../../directory/help.ts';
import { placeList } from '../../directory/outlets.ts';
import { policyPack } from '../../policy/policy-pack.ts';
import { instant } from '../fields.ts';
import { technicianList } from '../maintenance/technician-list.ts';
import type { KeyRole } from './keys.ts';
import { deviceDefaults, maintenanceThresholds, noticeBoard, screenTexts } from './small-documents.ts';

/** Kinds of configuration. A kiosk runs one document of each kind it was assigned; what is absent is as shipped. */
export const DOCUMENT_KINDS = [
  'policy-pack',
  'technicians',
  'directory',
  'texts',
  'notices',
  'thresholds',
  'device-defaults',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** What each kind holds. */
export const DOCUMENT_CONTENTS = {
  'policy-pack': policyPack,
  technicians: technicianList,
  /** FIND-1, HELP-1: places by list name and answers, in place of what the pack names in `assets`. */
  directory: z.strictObject({ outlets: z.record(z.string(), placeList), help: helpFile }),
  texts: screenTexts,
  notices: noticeBoard,
  thresholds: maintenanceThresholds,
  'device-defaults': deviceDefaults,
} as const satisfies Record<DocumentKind, z.ZodType>;
export type DocumentContent<K extends DocumentKind> = z.infer<(typeof DOCUMENT_CONTENTS)[K]>;

/** Whose signatures a kind needs; the threshold is the root's. */
export const ROLE_OF_KIND: Readonly<Record<DocumentKind, Extract<KeyRole, 'policy' | 'configuration'>>> = {
  'policy-pack': 'policy',
  technicians: 'configuration',
  directory: 'configuration',
  texts: 'configuration',
  notices: 'configuration',
  thresholds: 'configuration',
  'device-defaults': 'configuration',
};

/** Kinds that are sealed for one kiosk on the way: nobody who listens learns them. */
export const SEALED_KINDS: readonly DocumentKind[] = ['technicians'];

/** `hainan` of `policy-pack`: versions count within kind and line, and never go down there. */
export const documentLine = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

/** Everything of a document but what it holds. */
export const documentHeader = z.strictObject({
  type: z.literal('yikatong-document'),
  kind: z.enum(DOCUMENT_KINDS),
  line: documentLine,
  version: z.number().int().positive(),
  issuedAt: instant,
  /** Held ready before, applied from then on, link or not. */
  effectiveFrom: instant,
  /** Not begun with after it (freeze). What runs goes on, with an alarm. */
  expiresAt: instant,
  /** Kiosks it is meant for; null: all. A kiosk of another region or model refuses it (wrong installation). */
  regions: z.array(z.string().min(1).max(40)).min(1).max(50).nullable(),
  models: z.array(z.string().min(1).max(40)).min(1).max(50).nullable(),
  /** Release it belongs to, and why it was made; for people. */
  release: z.string().min(1).max(80),
  reason: z.string().min(1).max(500),
});
export type DocumentHeader = z.infer<typeof documentHeader>;

/** The payload of a signed document: header and content. The content is checked by `DOCUMENT_CONTENTS` of its kind. */
export const documentPayload = documentHeader.extend({ content: z.unknown() }).strict();
export type DocumentPayload = z.infer<typeof documentPayload>;
