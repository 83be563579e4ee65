import './frame.css';
import { type ReactNode, useState } from 'react';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { useKiosk } from './kiosk-context.ts';
import { HelpOverlay, LeaveOverlay, TimeOutOverlay } from './overlays.tsx';
import { StepBar } from './step-bar.tsx';

/** What surrounds every screen. A question over it makes all below inert. */
export function Frame({ children }: { children: ReactNode }) {
  const { view } = useKiosk();
  const [help, setHelp] = useState(false);
  const { overlay } = view;
  return (
    <>
      <div
        className="frame"
        inert={overlay !== null || help}
        data-screen={view.screen}
        data-revision={view.revision}
        data-phase={'phase' in view ? view.phase : undefined}
        data-overlay={overlay?.kind}
      >
        <Header />
        <StepBar />
        {children}
        <Footer onHelp={() => setHelp(true)} />
      </div>
      {help && overlay === null ? <HelpOverlay onClose={() => setHelp(false)} /> : null}
      {overlay?.kind === 'time-out' ? (
        <TimeOutOverlay key={view.revision} seconds={overlay.secondsLeft} />
      ) : null}
      {overlay?.kind === 'leave' ? <LeaveOverlay /> : null}
    </>
  );
}
