import type {
  CardKeyService,
  SocialCardTrouble,
  SocialSecurityCard,
} from '../../src/ports/social-card-reader.ts';
import { ok, type Result } from '../../src/result.ts';
import type { ApduChannel } from './apdu-channel.ts';
import { type AccountRemark, readAccountNumber } from './bank-account.ts';
import { selectSocialSecurity } from './card-application.ts';
import { authenticateExternally } from './external-authentication.ts';
import { readHolderData } from './holder-file.ts';
import { readCardIdentity, readIssuerData } from './issuer-file.ts';

export interface CardReading {
  readonly card: SocialSecurityCard;
  /** For technicians: why the account number is null. */
  readonly remark: AccountRemark | null;
}

/**
 * Reads a whole card: application, EF05, on 3.0 the external authentication, EF06, account number. Without a key
 * service (`keys` null) a 3.0 card is read as far as it lets us; what it withholds is null.
 */
export async function readCard(
  channel: ApduChannel,
  keys: CardKeyService | null,
  signal: AbortSignal,
): Promise<Result<CardReading, SocialCardTrouble>> {
  const selected = await selectSocialSecurity(channel, signal);
  if (!selected.ok) return selected;
  const identity = await readCardIdentity(channel, signal);
  if (!identity.ok) return identity;
  if (identity.value.generation === 3 && keys !== null) {
    const opened = await authenticateExternally(channel, identity.value.cardId, keys, signal);
    if (!opened.ok) return opened;
  }
  const issuer = await readIssuerData(channel, signal);
  if (!issuer.ok) return issuer;
  const hasNameExtension = !identity.value.specVersion.startsWith('1');
  const holder = await readHolderData(channel, hasNameExtension, signal);
  if (!holder.ok) return holder;
  const account = await readAccountNumber(channel, signal);
  if (!account.ok) return account;
  const { specVersion, generation, cardId } = identity.value;
  return ok({
    card: {
      specVersion,
      generation,
      cardId,
      cardNumber: issuer.value.cardNumber,
      ...holder.value,
      issuedOn: issuer.value.issuedOn,
      expiresOn: issuer.value.expiresOn,
      accountNumber: account.value.accountNumber,
    },
    remark: account.value.remark,
  });
}
