import type { ReactNode } from 'react';
import type { Command } from '../../src/contracts/command.ts';
import { Button, type ButtonProps } from '../design/button.tsx';
import { useCan, useKiosk } from './kiosk-context.ts';

interface ActProps extends Omit<ButtonProps, 'onPress'> {
  readonly command: Command;
}

/** A button that sends a command, there only while the view allows it. */
export function Act({ command, ...look }: ActProps) {
  const { send } = useKiosk();
  return useCan()(command.type) ? (
    <Button {...look} act={command.type} onPress={() => send(command)} />
  ) : null;
}

/** Buttons beside each other, the primary last and wider. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className="row">{children}</div>;
}
