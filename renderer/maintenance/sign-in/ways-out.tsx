import { Button } from '../../design/button.tsx';
import { Actions } from '../../frame/act.tsx';
import { useKiosk, useWords } from '../../frame/kiosk-context.ts';

/** Back to where one came from, or to the other means. */
export function WaysOut({ other }: { other: 'use-card' | 'use-code' | null }) {
  const { maintain } = useKiosk();
  const { signIn } = useWords().maintenance;
  return (
    <Actions>
      <Button act="give-up-sign-in" onPress={() => maintain({ act: 'give-up-sign-in' })}>
        {signIn.giveUp}
      </Button>
      {other === null ? null : (
        <Button act={other} onPress={() => maintain({ act: other })}>
          {other === 'use-card' ? signIn.how.card : signIn.how.code}
        </Button>
      )}
    </Actions>
  );
}
