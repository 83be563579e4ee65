import './photo.css';
import { useState } from 'react';
import type { ViewOf } from '../../src/contracts/view.ts';
import type { PhotoHint } from '../../src/face/photo-compliance.ts';
import { Note } from '../design/note.tsx';
import { Page } from '../design/page.tsx';
import { Act, Actions } from '../frame/act.tsx';
import { useKiosk, useWords } from '../frame/kiosk-context.ts';
import { FaceOval } from '../illustrations/face-oval.tsx';
import { base64FromBytes } from './base64.ts';
import { Mirror } from './mirror.tsx';

/** APPLY-4: from the camera or the photo on file; the resident chooses. */
export function Photo({ view }: { view: ViewOf<'photo'> }) {
  const { apply } = useWords();
  return (
    <Page
      title={apply.photoTitle}
      lead={apply.photoLead}
      note={<Note>{view.onFileBase64 === null ? apply.photoNoFile : apply.photoConsent}</Note>}
      centred
      actions={
        <Actions>
          {view.onFileBase64 === null ? null : (
            <Act command={{ type: 'choose-photo', source: 'authority-file' }}>{apply.photoFile}</Act>
          )}
          <Act kind="primary" command={{ type: 'choose-photo', source: 'camera' }}>
            {apply.photoCamera}
          </Act>
        </Actions>
      }
    >
      <div className={view.onFileBase64 === null ? 'photo-choice one' : 'photo-choice'}>
        {view.onFileBase64 === null ? null : (
          <figure>
            <img src={`data:image/jpeg;base64,${view.onFileBase64}`} alt={apply.photoAlt} />
            <figcaption>{apply.photoFileLine}</figcaption>
          </figure>
        )}
        <figure>
          <PhotoOutline />
          <figcaption>{apply.photoCameraLine}</figcaption>
        </figure>
      </div>
    </Page>
  );
}

function PhotoOutline() {
  return (
    <svg viewBox="0 0 358 441" aria-hidden="true">
      <rect width="358" height="441" fill="var(--white)" />
      <path
        d="M179 60c64 0 104 54 104 128s-44 132-104 132S75 262 75 188 115 60 179 60zM24 441c6-70 62-104 155-104s149 34 155 104z"
        fill="var(--sea-100)"
        stroke="var(--sea-600)"
        strokeWidth="6"
        strokeDasharray="18 14"
      />
    </svg>
  );
}

/** The mirror with live hints; takes the picture by itself when all is right. */
export function PhotoCamera(_: { view: ViewOf<'photo-camera'> }) {
  const { send, face } = useKiosk();
  const { apply } = useWords();
  const [hint, setHint] = useState<PhotoHint | 'starting' | null>('starting');
  const failed = () => send({ type: 'camera-failed' });
  const take = async (video: HTMLVideoElement, signal: AbortSignal) => {
    const taken = await face.takePhoto({ video, signal, onProgress: ({ hint: now }) => setHint(now) });
    if (signal.aborted || taken.outcome === 'aborted') return;
    if (taken.outcome === 'taken') send({ type: 'photo-taken', jpegBase64: base64FromBytes(taken.jpeg) });
    else failed();
  };
  return (
    <Page
      title={apply.cameraTitle}
      lead={apply.cameraLead}
      picture={
        <Mirror
          use="card-photo"
          onNoCamera={failed}
          onReady={(video, signal) => {
            take(video, signal).catch(() => {
              if (!signal.aborted) failed();
            });
          }}
        >
          <FaceOval step="look-straight" />
          <p className="mirror-hint" role="status">
            {hint === 'starting'
              ? apply.photoStarting
              : hint === null
                ? apply.photoReady
                : apply.photoHints[hint]}
          </p>
        </Mirror>
      }
      note={<Note>{apply.cameraWear}</Note>}
      actions={
        <Act className="wide" command={{ type: 'camera-failed' }}>
          {apply.cameraFailed}
        </Act>
      }
    />
  );
}

/** Shown before it goes anywhere. */
export function PhotoApprove({ view }: { view: ViewOf<'photo-approve'> }) {
  const { apply } = useWords();
  return (
    <Page
      title={apply.approveTitle}
      lead={apply.approveLead}
      centred
      note={<Note>{apply.photoConsent}</Note>}
      actions={
        <Actions>
          <Act command={{ type: 'retake-photo' }}>{apply.approveRetake}</Act>
          <Act kind="primary" command={{ type: 'confirm' }}>
            {apply.approveYes}
          </Act>
        </Actions>
      }
    >
      <div className="photo-approve">
        <img src={`data:image/jpeg;base64,${view.jpegBase64}`} alt={apply.photoAlt} />
      </div>
    </Page>
  );
}
