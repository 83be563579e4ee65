import type { CalendarDay } from '../../../src/calendar/calendar-day.ts';
import { statementOf, statementText } from '../../../src/configuration/sign-statement.ts';
import type { DocumentKind } from '../../../src/contracts/configuration/document.ts';
import type { ReleaseAnswer, ReleaseDetail } from '../../../src/contracts/console/releases.ts';
import { fen as fenOf } from '../../../src/money/fen.ts';
import { DEFAULT_PACK } from '../../../src/policy/default-pack.ts';
import { policyPack } from '../../../src/policy/policy-pack.ts';
import { inTransaction } from '../../database/in-transaction.ts';
import { draftRelease, putDocument } from '../../releases/drafts.ts';
import type { ReleaseDesk } from '../../releases/release-desk.ts';
import { abandonRelease, approveRelease, submitRelease } from '../../releases/review.ts';
import { sha256 } from '../../secrets.ts';
import { MADE_UP_MODELS } from './halls.ts';

const DAY_MS = 86_400_000;

/** Who drafts and who approves, by operator id. */
export interface DeskPeople {
  readonly editor: string;
  readonly approver: string;
}

interface Draft {
  readonly title: string;
  readonly reason: string;
  readonly kind: DocumentKind;
  readonly content: unknown;
  /** Days from now on which it begins to hold. */
  readonly fromDay: number;
}

/** What the desk answers, or a failure: nothing made up is ever refused. */
function allowed(answer: ReleaseAnswer): ReleaseDetail {
  if (answer.done) return answer.release;
  throw new Error(
    `${answer.refusal}: ${answer.faults.map(({ path, says }) => `${path} ${says.en}`).join('; ')}`,
  );
}

/** A draft with one document, meant for made-up kiosks alone. */
export async function draftOf(
  desk: ReleaseDesk,
  { editor }: DeskPeople,
  draft: Draft,
): Promise<ReleaseDetail> {
  const { title, reason, kind, content, fromDay } = draft;
  const now = desk.foundations.clock.now();
  const { releaseId, revision } = allowed(await draftRelease(desk, editor, { title, reason }));
  return allowed(
    await putDocument(
      desk,
      { operatorId: editor, releaseId, revision },
      { kind, line: DEFAULT_PACK },
      {
        effectiveFrom: new Date(now + fromDay * DAY_MS).toISOString(),
        expiresAt: new Date(now + 400 * DAY_MS).toISOString(),
        regions: null,
        models: [...MADE_UP_MODELS],
        content,
      },
    ),
  );
}

export const submitted = async (
  desk: ReleaseDesk,
  { editor }: DeskPeople,
  { releaseId, revision }: ReleaseDetail,
): Promise<ReleaseDetail> => allowed(await submitRelease(desk, { operatorId: editor, releaseId, revision }));

export const approved = async (
  desk: ReleaseDesk,
  { approver }: DeskPeople,
  { releaseId, revision }: ReleaseDetail,
): Promise<ReleaseDetail> =>
  allowed(await approveRelease(desk, { operatorId: approver, releaseId, revision }));

export const abandoned = async (
  desk: ReleaseDesk,
  { editor }: DeskPeople,
  { releaseId, revision }: ReleaseDetail,
  note: string,
): Promise<ReleaseDetail> =>
  allowed(await abandonRelease(desk, { operatorId: editor, releaseId, revision }, note));

/**
 * Counts as signed without any office's signature: no real kiosk would take it in, and it is meant for none. Answers
 * the release's id.
 */
export async function signedByNobody(desk: ReleaseDesk, { releaseId }: ReleaseDetail): Promise<string> {
  const { queries } = desk.foundations;
  await inTransaction(queries, async (q) => {
    const rows = await q
      .selectFrom('release_document')
      .selectAll()
      .where('release_id', '=', releaseId)
      .execute();
    for (const { kind, line, version, header, payload } of rows) {
      const statement = statementText(statementOf(payload ?? '', []));
      const digest = sha256(statement);
      const { effectiveFrom, expiresAt, issuedAt } = JSON.parse(header) as Record<string, string>;
      await q
        .insertInto('configuration_document')
        .values({
          sha256: digest,
          kind,
          line,
          version,
          statement,
          length: statement.length,
          effective_from: effectiveFrom ?? '',
          expires_at: expiresAt ?? '',
          release_id: releaseId,
          added_at: issuedAt ?? '',
        })
        .execute();
      await q
        .updateTable('release_document')
        .set({ sha256: digest })
        .where('release_id', '=', releaseId)
        .where('kind', '=', kind)
        .where('line', '=', line)
        .execute();
    }
    await q.updateTable('release').set({ state: 'signed' }).where('release_id', '=', releaseId).execute();
  });
  return releaseId;
}

/** Fen for a new card, and the day from which they hold. */
export type FeeChange = readonly [fen: number, from: CalendarDay];

/** The shipped pack with other fees for a new card, one after the other. */
export function packWithFees(desk: ReleaseDesk, changes: readonly FeeChange[]): unknown {
  const pack = policyPack.parse(desk.shipped.of('policy-pack', DEFAULT_PACK)?.content);
  const fee = changes.reduce(
    (before, [fen, from]) => [
      ...before.map((one) => (one.until === null ? { ...one, until: from } : one)),
      { from, until: null, fen: fenOf(fen) },
    ],
    pack.replacement.fee,
  );
  return { ...pack, replacement: { ...pack.replacement, fee } };
}
