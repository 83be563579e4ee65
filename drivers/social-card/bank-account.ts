import { hexFromBytes } from '../../src/card-keys/hex.ts';
import type { SocialCardTrouble } from '../../src/ports/social-card-reader.ts';
import { ok, type Result } from '../../src/result.ts';
import { PBOC_CREDIT_AID, PBOC_DEBIT_AID, readFirstRecord, selectApplication } from './apdu.ts';
import type { ApduChannel } from './apdu-channel.ts';
import { findTag, parseTlv, type TlvNode } from './ber-tlv.ts';
import { exchange } from './exchange.ts';
import { luhnHolds } from './luhn.ts';

/** Short file ids whose first record may hold the account number (protocols 1.10). */
const SHORT_FILE_IDS = [1, 2, 3, 16];
const PAN = 0x5a;
const TRACK_2 = 0x57;

/** Why no account number is given though the rest of the card was read. Holds no digit of it. */
export type AccountRemark = 'no-bank-application' | 'no-account-number' | 'bad-luhn' | 'bad-tlv';

export interface AccountReading {
  readonly accountNumber: string | null;
  readonly remark: AccountRemark | null;
}

/**
 * Account number of the PBOC application: tag 5A of the first record that has one, else the digits before `D` in
 * track 2 (tag 57). Its check digit must hold, or it is null: a number that is wrong is worse than none.
 */
export async function readAccountNumber(
  channel: ApduChannel,
  signal: AbortSignal,
): Promise<Result<AccountReading, SocialCardTrouble>> {
  const selected = await selectBankApplication(channel, signal);
  if (!selected.ok) return selected;
  if (!selected.value) return ok({ accountNumber: null, remark: 'no-bank-application' });
  let fromTrack2: string | null = null;
  let broken = false;
  for (const shortFileId of SHORT_FILE_IDS) {
    const answer = await exchange(channel, readFirstRecord(shortFileId), signal);
    if (!answer.ok) return answer;
    if (answer.value.outcome.kind !== 'ok') continue;
    const nodes = parseTlv(answer.value.data);
    if (!nodes.ok) {
      broken = true;
      continue;
    }
    const pan = panOf(nodes.value);
    if (pan !== null) return ok(checked(pan));
    fromTrack2 ??= track2Account(nodes.value);
  }
  if (fromTrack2 !== null) return ok(checked(fromTrack2));
  return ok({ accountNumber: null, remark: broken ? 'bad-tlv' : 'no-account-number' });
}

async function selectBankApplication(
  channel: ApduChannel,
  signal: AbortSignal,
): Promise<Result<boolean, SocialCardTrouble>> {
  for (const aid of [PBOC_DEBIT_AID, PBOC_CREDIT_AID]) {
    const answer = await exchange(channel, selectApplication(aid), signal);
    if (!answer.ok) return answer;
    if (answer.value.outcome.kind === 'ok') return ok(true);
  }
  return ok(false);
}

/** Tag 5A: packed digits, padded on the right with F. */
function panOf(nodes: readonly TlvNode[]): string | null {
  const value = findTag(nodes, PAN);
  return value === null ? null : hexFromBytes(value).replace(/F+$/, '');
}

/** Tag 57, track-2 equivalent: account number, `D`, expiry YYMM, service code. */
function track2Account(nodes: readonly TlvNode[]): string | null {
  const value = findTag(nodes, TRACK_2);
  const [account, rest] = value === null ? [] : hexFromBytes(value).split('D');
  return account === undefined || rest === undefined ? null : account;
}

/** ISO/IEC 7812: at most 19 digits; bank cards have at least 12. */
const checked = (digits: string): AccountReading =>
  /^\d{12,19}$/.test(digits) && luhnHolds(digits)
    ? { accountNumber: digits, remark: null }
    : { accountNumber: null, remark: 'bad-luhn' };
