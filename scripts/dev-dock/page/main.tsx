import './dock.css';
import './panels.css';
import './machines.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { CardAcceptorPanel, CardIssuerPanel } from './card-machine-panels.tsx';
import { IdCardPanel, SocialCardPanel } from './card-panels.tsx';
import { DeskPanel } from './desk-panel.tsx';
import { useDock } from './dock-link.ts';
import { KioskFrame } from './kiosk-frame.tsx';
import { PinPadPanel, PrinterPanel } from './pad-and-printer.tsx';
import { CardFacePrinterPanel, DocumentPrinterPanel } from './paper-panels.tsx';
import { CodeScannerPanel, PhonePanel } from './phone-panel.tsx';
import { ResidentPanel } from './resident-panel.tsx';
import { CentrePanel, CorePanel, MessagesPanel } from './surroundings.tsx';
import { CabinetPanel, TechnicianPanel } from './technician-panels.tsx';

/** The kiosk at the left, everything around it in one's hands at the right. */
function DevDock() {
  const dock = useDock();
  if (dock === null) return <p className="first">The dev dock is looking for npm start …</p>;
  return (
    <div className="dock">
      <KioskFrame {...dock} />
      <main>
        <header className="top">
          <h1>Dev dock</h1>
          <ol className="way">
            <li>Choose a resident</li>
            <li>Touch the kiosk’s screen</li>
            <li>Lay cards, type and break things here when you like</li>
          </ol>
          {dock.catalogue.notes.map((note) => (
            <p className="note" key={note}>
              {note}
            </p>
          ))}
          {dock.complaint === null ? null : (
            <p className="note bad" role="alert">
              {dock.complaint}
            </p>
          )}
        </header>
        <div className="panels">
          {/* Fixed columns: a panel that grows must not make another one jump under the hand. */}
          <div className="column">
            <ResidentPanel {...dock} />
            <IdCardPanel {...dock} />
            <SocialCardPanel {...dock} />
            <PinPadPanel {...dock} />
            <TechnicianPanel {...dock} />
          </div>
          <div className="column">
            <PhonePanel {...dock} />
            <CardAcceptorPanel {...dock} />
            <CardIssuerPanel {...dock} />
            <CodeScannerPanel {...dock} />
            <CabinetPanel {...dock} />
          </div>
          <div className="column">
            <MessagesPanel {...dock} />
            <PrinterPanel {...dock} />
            <DocumentPrinterPanel {...dock} />
            <CardFacePrinterPanel {...dock} />
            <CentrePanel {...dock} />
            <DeskPanel {...dock} />
            <CorePanel {...dock} />
          </div>
        </div>
      </main>
    </div>
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <DevDock />
  </StrictMode>,
);
