import './frame.css';
import { type ReactNode, useState } from 'react';
import type { View } from '../../src/contracts/view.ts';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { useKiosk } from './kiosk-context.ts';
import { HelpOverlay, LeaveOverlay, TimeOutOverlay } from './overlays.tsx';
import { StepBar } from './step-bar.tsx';

/** The state a receipt tells, or the reason of a refusal or trouble; nothing elsewhere. */
function outcomeOf(view: View): string | undefined {
  if (view.screen === 'receipt') return view.state;
  if (view.screen === 'refusal') return view.reason;
  return view.screen === 'trouble' ? view.what : undefined;
}

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
        data-outcome={outcomeOf(view)}
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
