import type { Queries, Tables } from '../database/tables.ts';
import type { Foundations } from '../foundations.ts';
import { instantNow } from '../moments.ts';
import { randomToken } from '../secrets.ts';

/** What residents are told by SMS. Short, and without any number of theirs. */
export const MESSAGES = {
  'many-replacements':
    '【一卡通】您本月补办社会保障卡的次数较多。请妥善保管卡片；如非本人办理，请立即拨打服务热线。',
  'card-maybe-taken':
    '【一卡通】自助机未能确认您是否已取走新卡，为保障安全，该卡已暂停使用。请携带身份证到社会保障卡服务网点恢复。',
  'payers-to-tell': '【一卡通】您的银行账号已变更，请告知待遇发放单位，以免影响待遇领取。',
} as const satisfies Readonly<Record<Tables['authority_note']['kind'], string>>;

/** The mobile number on file, or null. */
const mobileOf = (queries: Queries, socialSecurityNumber: string): Promise<string | null> =>
  queries
    .selectFrom('resident')
    .select('mobile')
    .where('social_security_number', '=', socialSecurityNumber)
    .executeTakeFirst()
    .then((resident) => resident?.mobile ?? null);

/**
 * Notes something for the authority's people and queues the message to the resident, in the caller's transaction: both
 * or neither. A resident without a mobile number on file is reached by the authority, who has the note.
 */
export async function noteAndTell(
  { clock, entropy }: Foundations,
  queries: Queries,
  kind: Tables['authority_note']['kind'],
  socialSecurityNumber: string,
  detail: string,
): Promise<void> {
  const at = instantNow(clock);
  await queries
    .insertInto('authority_note')
    .values({
      note_id: randomToken(entropy, 16),
      at,
      kind,
      social_security_number: socialSecurityNumber,
      detail,
    })
    .execute();
  const mobile = await mobileOf(queries, socialSecurityNumber);
  if (mobile === null) return;
  await queries
    .insertInto('text_message')
    .values({
      message_id: randomToken(entropy, 16),
      mobile,
      text: MESSAGES[kind],
      queued_at: at,
      sent_at: null,
    })
    .execute();
}
