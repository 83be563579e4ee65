import type { NamedPack } from '../../src/contracts/central/named-pack.ts';
import { documentPayload } from '../../src/contracts/configuration/document.ts';
import { signedStatement } from '../../src/contracts/configuration/keys.ts';
import { policyPack } from '../../src/policy/policy-pack.ts';
import { type CentralPolicies, centralPoliciesOf } from '../central-policies.ts';
import type { Queries } from '../database/tables.ts';

/** Packs that are in force side by side, with those that queued requests still name; each is read once. */
const MOST_KEPT = 60;

/** By which rules each request is judged. */
export interface PackPolicies {
  /** The service's own pack, for what is no kiosk's request. */
  readonly base: CentralPolicies;
  /**
   * Of the pack a request was begun under, where this kiosk was ever assigned it: the fee it showed is the fee that is
   * asked for, however late the request arrives. No pack, an unknown one, or one that this kiosk was never given (an
   * older, cheaper one named by hand): the service's own.
   */
  of(q: Queries, kioskId: string | null, pack: NamedPack | null | undefined): Promise<CentralPolicies>;
}

export function packPolicies(base: CentralPolicies): PackPolicies {
  /** By digest: what lies under a digest never changes, so any process may remember it. */
  const read = new Map<string, CentralPolicies>();

  async function readPack(q: Queries, sha256: string): Promise<CentralPolicies> {
    const { statement } = await q
      .selectFrom('configuration_document')
      .select('statement')
      .where('sha256', '=', sha256)
      .executeTakeFirstOrThrow();
    const { payload } = signedStatement.parse(JSON.parse(statement));
    const { content } = documentPayload.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
    return centralPoliciesOf(policyPack.parse(content));
  }

  return {
    base,
    of: async (q, kioskId, pack) => {
      if (!pack || kioskId === null) return base;
      const released = await q
        .selectFrom('configuration_document as document')
        .innerJoin('kiosk_document as given', 'given.sha256', 'document.sha256')
        .select('document.sha256')
        .where('document.kind', '=', 'policy-pack')
        .where('document.line', '=', pack.id)
        .where('document.version', '=', pack.version)
        .where('given.kiosk_id', '=', kioskId)
        .executeTakeFirst();
      if (released === undefined) return base;
      const { sha256 } = released;
      const known = read.get(sha256);
      if (known !== undefined) return known;
      const policies = await readPack(q, sha256);
      if (read.size >= MOST_KEPT) read.clear();
      read.set(sha256, policies);
      return policies;
    },
  };
}
