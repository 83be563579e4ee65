import type { ReactNode } from 'react';
import type { DeviceCare } from '../../../src/contracts/maintenance/page.ts';
import {
  READINESS_LEVELS,
  type ReadinessLevel,
} from '../../../src/contracts/maintenance/readiness-report.ts';
import { Pager, usePages } from '../../design/pager.tsx';
import { useRoom } from '../../frame/kiosk-context.ts';
import { DeviceCard } from './device-card.tsx';

const WORKS_SOON: ReadonlySet<string> = new Set(['starting', 'deviceBusy']);

/** How a device stands, as on the readiness page. */
export function levelOf({ state, failing }: DeviceCare): ReadinessLevel {
  if (state === 'online') return failing ? 'soon' : 'well';
  return WORKS_SOON.has(state) ? 'soon' : 'stop';
}

interface DeviceListProps {
  readonly devices: readonly DeviceCare[];
  /** Below the list: the way back, and the pager beside it. */
  readonly below: (pager: ReactNode) => ReactNode;
}

/** What does not work first. */
export function DeviceList({ devices, below }: DeviceListProps) {
  const { elder, landscape } = useRoom();
  const sorted = devices.toSorted(
    (one, other) => READINESS_LEVELS.indexOf(levelOf(one)) - READINESS_LEVELS.indexOf(levelOf(other)),
  );
  const pages = usePages(sorted, landscape ? (elder ? 2 : 4) : elder ? 3 : 4);
  return (
    <>
      <ul className="device-cards devices-middle">
        {pages.items.map((care) => (
          <DeviceCard key={care.device} care={care} level={levelOf(care)} />
        ))}
      </ul>
      {below(<Pager pages={pages} />)}
    </>
  );
}
