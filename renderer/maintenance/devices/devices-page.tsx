import '../frame/overview.css';
import '../readiness/readiness.css';
import './devices.css';
import { type ReactNode, useState } from 'react';
import type { MaintenancePageOf } from '../../../src/contracts/maintenance/page.ts';
import { Button } from '../../design/button.tsx';
import { WholeWords } from '../../design/whole-words.tsx';
import { useKiosk, useWords } from '../../frame/kiosk-context.ts';
import { BackIcon } from '../../illustrations/signs.tsx';
import { AlarmList } from './alarm-list.tsx';
import { DeviceList } from './device-list.tsx';

type Face = 'devices' | 'alarms';

/** Device care: what each device has done, how it recovers just now, and what the centre was told. */
export function DevicesPage({ page }: { page: MaintenancePageOf<'devices'> }) {
  const { maintain } = useKiosk();
  const { deviceCare } = useWords();
  const [face, setFace] = useState<Face>('devices');
  const tab = (one: Face, words: string) => (
    <Button
      kind="small"
      className={face === one ? 'go' : ''}
      data={{ 'data-face': one }}
      onPress={() => setFace(one)}
    >
      {words}
    </Button>
  );
  const below = (pager: ReactNode) => (
    <nav className="devices-below">
      <Button kind="bar" act="open-readiness" onPress={() => maintain({ act: 'open-readiness' })}>
        <BackIcon />
        {deviceCare.back}
      </Button>
      {pager}
    </nav>
  );
  return (
    <main className="overview devices">
      <div className="devices-head">
        <h1>
          <WholeWords text={face === 'devices' ? deviceCare.title : deviceCare.alarmsTitle} />
        </h1>
        <div className="devices-tabs">
          {tab('devices', deviceCare.devicesTab(page.devices.length))}
          {tab('alarms', deviceCare.alarmsTab(page.alarms.length))}
        </div>
      </div>
      {face === 'devices' ? (
        <DeviceList devices={page.devices} below={below} />
      ) : (
        <AlarmList alarms={page.alarms} below={below} />
      )}
    </main>
  );
}
