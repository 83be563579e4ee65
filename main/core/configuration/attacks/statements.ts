import { readFileSync } from 'node:fs';
import {
  assignmentOf,
  document,
  type NamedDocument,
  noticesSaying,
  type OfficeKey,
  type OfficeKeys,
  signed,
} from '../../../../src/configuration/memory/offices.ts';
import type { Assignment } from '../../../../src/contracts/configuration/assignment.ts';
import type { DocumentPayload } from '../../../../src/contracts/configuration/document.ts';

const PACK = JSON.parse(
  readFileSync(new URL('../../../../assets/policy/hainan.json', import.meta.url), 'utf8'),
);
export const pack = (version: number, by: readonly OfficeKey[]) =>
  document('policy-pack', version, { ...PACK, version }, by, { line: PACK.id });
export const notices = (
  keys: OfficeKeys,
  version: number,
  word = `第 ${version} 号`,
  own: Partial<DocumentPayload> = {},
) => document('notices', version, noticesSaying(word), keys.configuration, own);
export const texts = (keys: OfficeKeys, version: number) =>
  document('texts', version, { zh: { hello: `第 ${version} 版` }, en: {} }, keys.configuration);
/** What the director says, or whoever holds its key. */
export const assign = async (
  keys: OfficeKeys,
  version: number,
  documents: readonly NamedDocument[],
  own: Partial<Assignment> = {},
  by: readonly OfficeKey[] = keys.director,
) => ({ assignment: await signed(assignmentOf(version, documents, own), by) });
