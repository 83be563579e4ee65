import './button.css';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';

export interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress: () => void;
  /** One primary per screen; `bar` in the footer, `small` inside a list. */
  readonly kind?: 'primary' | 'secondary' | 'bar' | 'small';
  readonly disabled?: boolean;
  /** Spoken name where the visible words alone are not enough. */
  readonly label?: string;
  readonly autoFocus?: boolean;
  readonly className?: string;
  /** Name of the command it sends, for whoever plays a resident: tests and the demo. */
  readonly act?: string;
  /** What it stands for, for the same readers: `data-value`, `data-topic` and the like. */
  readonly data?: Readonly<Record<`data-${string}`, string>>;
}

/** A button of the kiosk: large, named, with pressed and focused looks. */
export function Button({
  children,
  onPress,
  kind = 'secondary',
  disabled = false,
  label,
  autoFocus,
  className = '',
  act,
  data = {},
}: ButtonProps) {
  return (
    <AriaButton
      className={`button ${kind} ${className}`}
      onPress={onPress}
      isDisabled={disabled}
      data-command={act}
      {...data}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(autoFocus === undefined ? {} : { autoFocus })}
    >
      {children}
    </AriaButton>
  );
}
