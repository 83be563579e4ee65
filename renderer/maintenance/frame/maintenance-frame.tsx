import '../../frame/frame.css';
import './maintenance-frame.css';
import type { ReactNode } from 'react';
import type { ViewOf } from '../../../src/contracts/view.ts';
import { LeaveOverlay, TimeOutOverlay } from '../../frame/overlays.tsx';
import { OutsideBand } from './outside-band.tsx';
import { TechnicianBar } from './technician-bar.tsx';

interface MaintenanceFrameProps {
  readonly view: ViewOf<'maintenance'>;
  readonly children: ReactNode;
}

/** Around a technician's pages: dark above, so that nobody takes them for a resident's, and true for whoever comes up. */
export function MaintenanceFrame({ view, children }: MaintenanceFrameProps) {
  const { overlay, page } = view;
  return (
    <>
      <div
        className="maintenance-frame"
        inert={overlay !== null}
        data-screen={view.screen}
        data-revision={view.revision}
        data-page={page.page}
        data-task={page.page === 'task' ? page.kind : undefined}
        data-step={page.page === 'task' || page.page === 'sign-in' ? page.step : undefined}
        data-overlay={overlay?.kind}
      >
        <OutsideBand since={view.since} counters={view.counters} />
        <TechnicianBar
          technician={page.page === 'sign-in' || page.page === 'task' ? null : page.technician}
        />
        {children}
      </div>
      {overlay?.kind === 'time-out' ? (
        <TimeOutOverlay key={view.revision} seconds={overlay.secondsLeft} />
      ) : null}
      {overlay?.kind === 'leave' ? <LeaveOverlay /> : null}
    </>
  );
}
