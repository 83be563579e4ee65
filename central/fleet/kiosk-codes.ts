import type {
  CodesAnswer,
  CodesRequest,
  MintedCodesAnswer,
  MintedCodesQuery,
} from '../../src/contracts/console/kiosk-codes.ts';
import { recordAct } from '../console-api/operator-acts.ts';
import { inTransaction } from '../database/in-transaction.ts';
import type { Queries } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';
import { mintEnrolmentCode } from '../kiosk-identity/enrolment-codes.ts';
import { instantNow } from '../moments.ts';

/** `海口 007` where there are several. */
function nameOf(name: string | null, number: number, count: number): string | null {
  if (name === null || count === 1) return name;
  return `${name} ${String(number).padStart(String(count).length, '0')}`;
}

/** Makes codes for technicians, all of them or none; each is seen in this answer and never again. */
export function mintCodes(
  { queries, clock, entropy }: Foundations,
  operatorId: string,
  { count, name, region, model, validDays }: CodesRequest,
): Promise<CodesAnswer> {
  return inTransaction(queries, async (q) => {
    const codes: CodesAnswer['codes'] = [];
    let expiresAt = instantNow(clock);
    for (let number = 1; number <= count; number += 1) {
      const own = nameOf(name, number, count);
      const purpose = { mintedBy: operatorId, name: own, region, model, validDays };
      const minted = await mintEnrolmentCode(q, clock, entropy, purpose);
      expiresAt = minted.expiresAt;
      codes.push({ code: minted.code, name: own });
    }
    const detail = { count, region, model, validDays };
    await recordAct(q, clock, { operatorId, act: 'enrolment-codes-minted', subject: null, detail });
    return { expiresAt, codes };
  });
}

/** Codes without the codes, newest first. */
export async function mintedCodes(
  { queries, clock }: Pick<Foundations, 'queries' | 'clock'>,
  { view, page, size }: MintedCodesQuery,
): Promise<MintedCodesAnswer> {
  const found = codesOf(queries, view, instantNow(clock));
  const { total } = await found.select((eb) => eb.fn.countAll().as('total')).executeTakeFirstOrThrow();
  const rows = await found
    .select(['created_at', 'expires_at', 'minted_by', 'name', 'region', 'model', 'used_by'])
    .orderBy('created_at', 'desc')
    .orderBy('code_hash')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return {
    total: Number(total),
    rows: rows.map(({ created_at, expires_at, minted_by, used_by, ...row }) => ({
      createdAt: created_at,
      expiresAt: expires_at,
      mintedBy: minted_by,
      usedBy: used_by,
      ...row,
    })),
  };
}

function codesOf(q: Queries, view: MintedCodesQuery['view'], now: string) {
  const codes = q.selectFrom('enrolment_code');
  if (view === 'used') return codes.where('used_by', 'is not', null);
  return codes.where('used_by', 'is', null).where('expires_at', view === 'open' ? '>' : '<=', now);
}
