import { Alert } from 'antd';
import type { z } from 'zod';
import type { operatorInvited } from '../../../src/contracts/console/access.ts';
import { useTexts } from '../texts/language.ts';
import { momentText } from '../texts/moments.ts';

interface Props {
  readonly invited: z.infer<typeof operatorInvited>;
  readonly name: string;
}

/** An invitation, which is shown this once. */
export function InvitationCode({ invited, name }: Props) {
  const { operators } = useTexts();
  return (
    <Alert
      type="warning"
      showIcon
      title={operators.invitation(name)}
      description={
        <>
          <p className="code-text">
            <strong>{invited.invitation}</strong>
          </p>
          {invited.expiresAt === null ? null : operators.expires(momentText(invited.expiresAt))}
        </>
      }
    />
  );
}
