import './design/tokens.css';
import './design/base.css';
import './design/button.css';
import './design/points.css';
import './design/low-reach.css';
import { type ReactNode, useLayoutEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { Command } from '../src/contracts/command.ts';
import type { ScreenTexts } from '../src/contracts/configuration/small-documents.ts';
import type { MaintenanceAct } from '../src/contracts/maintenance/maintenance-act.ts';
import type { Language, View } from '../src/contracts/view.ts';
import { Page } from './design/page.tsx';
import type { FacePort } from './face-port.ts';
import { Canvas, useCanvas } from './frame/canvas.tsx';
import { Frame } from './frame/frame.tsx';
import { KioskContext, standsLow } from './frame/kiosk-context.ts';
import { askedAgain, type Place, placeOf } from './frame/resident-session.ts';
import { ClockScene } from './illustrations/scenes.tsx';
import { useCallGesture } from './maintenance/call/use-call-gesture.ts';
import { MaintenanceFrame } from './maintenance/frame/maintenance-frame.tsx';
import { Screen } from './screens/screen.tsx';
import { catalogueOf } from './texts/catalogue.ts';

interface KioskProps {
  /** Null while the core is away. */
  readonly view: View | null;
  /** Sentences said otherwise than shipped. */
  readonly texts?: ScreenTexts | null;
  readonly send: (command: Command) => void;
  readonly maintain: (act: MaintenanceAct) => void;
  /** The hidden gesture was made. */
  readonly callTechnician: () => void;
  readonly face: FacePort;
}

/** The whole screen: a frame around what the view says, keyed so that nothing outlives its resident (INV-6). */
export function Kiosk({ view, texts = null, send, maintain, callTechnician, face }: KioskProps) {
  const { landscape, scale } = useCanvas();
  useCallGesture(callTechnician);
  const [place, setPlace] = useState<Place | null>(null);
  const here = view === null ? null : placeOf(view, place);
  if (here !== null && (here.visit !== place?.visit || here.resident !== place?.resident)) setPlace(here);
  if (here === null && place !== null) setPlace(null);
  useDocument({
    language: view?.language ?? 'zh-CN',
    elder: view?.elder ?? false,
    landscape,
    low: view !== null && standsLow(view, landscape),
  });

  return (
    <Canvas scale={scale}>
      {view === null || here === null ? (
        <Waiting />
      ) : (
        <I18nProvider locale={view.language}>
          <KioskContext value={{ view, send, maintain, face, landscape, texts }}>
            <Around key={here.resident} view={view}>
              <Screen key={`${here.screen} ${here.visit} ${askedAgain(view)}`} view={view} />
            </Around>
          </KioskContext>
        </I18nProvider>
      )}
    </Canvas>
  );
}

/** Residents' screens and a technician's pages have frames of their own, so that nobody takes one for the other. */
function Around({ view, children }: { view: View; children: ReactNode }) {
  return view.screen === 'maintenance' ? (
    <MaintenanceFrame view={view}>{children}</MaintenanceFrame>
  ) : (
    <Frame>{children}</Frame>
  );
}

interface Look {
  readonly language: Language;
  readonly elder: boolean;
  readonly landscape: boolean;
  readonly low: boolean;
}

/** Style sheets follow attributes of the document: language, elder mode, which way the screen stands, low reach. */
function useDocument({ language, elder, landscape, low }: Look): void {
  useLayoutEffect(() => {
    const html = document.documentElement;
    html.lang = language;
    html.toggleAttribute('data-elder', elder);
    html.toggleAttribute('data-low-reach', low);
    html.dataset.orientation = landscape ? 'landscape' : 'portrait';
  }, [language, elder, landscape, low]);
}

/** The core is away: calm, true, in both languages, because nobody's choice is known. */
function Waiting() {
  const zh = catalogueOf('zh-CN').frame;
  const en = catalogueOf('en').frame;
  return (
    <div className="waiting">
      <Page
        title={zh.waitTitle}
        lead={zh.waitLead}
        picture={<ClockScene label={zh.waitTitle} />}
        note={
          <div lang="en">
            <p className="section-head">{en.waitTitle}</p>
            <p>{en.waitLead}</p>
          </div>
        }
        actions={<p className="lead">{zh.waitHelp}</p>}
      />
    </div>
  );
}
