import {
  CheckCircleFilled,
  CloseSquareFilled,
  MinusOutlined,
  RightCircleOutlined,
  WarningFilled,
} from '@ant-design/icons';
import type { ReactNode } from 'react';

/** `stop`: somebody cannot be served. `soon`: will be. `moving`: on its way, nothing to do. `off`: over, or not begun. */
export type Level = 'stop' | 'soon' | 'well' | 'moving' | 'off';

const SHAPES: Readonly<Record<Level, ReactNode>> = {
  stop: <CloseSquareFilled aria-hidden />,
  soon: <WarningFilled aria-hidden />,
  well: <CheckCircleFilled aria-hidden />,
  moving: <RightCircleOutlined aria-hidden />,
  off: <MinusOutlined aria-hidden />,
};

/** A state as a shape and a word; the colour says it once more. */
export function StateMark({ level, children }: { readonly level: Level; readonly children: ReactNode }) {
  return (
    <span className={`state-mark state-mark-${level}`}>
      {SHAPES[level]}
      <span>{children}</span>
    </span>
  );
}
