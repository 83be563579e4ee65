import { useState } from 'react';
import type { FaceResult } from '../../src/contracts/command.ts';
import type { ViewOf } from '../../src/contracts/view.ts';
import type { FaceProgress } from '../../src/face/challenge-progress.ts';
import { DEFAULT_FACE_CHECK, ELDER_FACE_CHECK } from '../../src/face/options.ts';
import { Note } from '../design/note.tsx';
import { Page } from '../design/page.tsx';
import type { FaceOutcome } from '../face/verify-face.ts';
import { FACE_MODEL } from '../face/worker-messages.ts';
import { Act } from '../frame/act.tsx';
import { useKiosk, useWords } from '../frame/kiosk-context.ts';
import { FaceOval } from '../illustrations/face-oval.tsx';
import { bytesFromBase64 } from './base64.ts';
import { Mirror } from './mirror.tsx';

/** ID-5: camera and worker run here; what leaves is a result, never a picture. */
export function Face({ view }: { view: ViewOf<'face'> }) {
  const { send, face } = useKiosk();
  const words = useWords();
  const [progress, setProgress] = useState<FaceProgress | null>(null);
  const [startedAt] = useState(() => performance.now());

  const report = (result: FaceResult) => send({ type: 'face-result', result });
  const failed = (outcome: Exclude<FaceResult['outcome'], 'measured'>) =>
    report({ outcome, model: FACE_MODEL, durationMs: Math.round(performance.now() - startedAt) });
  const verify = async (video: HTMLVideoElement, signal: AbortSignal) => {
    const { mediaType, base64 } = view.portrait;
    const outcome = await face.verifyFace({
      video,
      referencePortrait: new Blob([bytesFromBase64(base64)], { type: mediaType }),
      challenge: view.challenge,
      options: view.elder ? ELDER_FACE_CHECK : DEFAULT_FACE_CHECK,
      signal,
      onProgress: setProgress,
    });
    if (!signal.aborted) tell(outcome);
  };
  const tell = (outcome: FaceOutcome) => {
    if (outcome.outcome === 'measured') report(outcome);
    else if (outcome.outcome !== 'aborted') failed(outcome.outcome);
  };

  const step = progress?.step ?? 'look-straight';
  const hint =
    progress === null
      ? words.face.starting
      : progress.hint === null
        ? words.face.steps[step]
        : words.face.hints[progress.hint];
  return (
    <Page
      title={words.face.title}
      lead={words.face.attempt(view.attempt, view.of)}
      picture={
        <Mirror
          use="verification"
          onNoCamera={() => failed('no-camera')}
          onReady={(video, signal) => {
            verify(video, signal).catch(() => {
              if (!signal.aborted) failed('worker-failed');
            });
          }}
        >
          <FaceOval step={step} />
          {progress === null ? null : <Steps progress={progress} />}
          <p className="mirror-hint" role="status">
            {hint}
          </p>
        </Mirror>
      }
      note={<Note>{words.face.notStored}</Note>}
      actions={
        <Act className="wide" command={{ type: 'decline-face' }}>
          {words.face.consentNo}
        </Act>
      }
    />
  );
}

function Steps({ progress }: { progress: FaceProgress }) {
  const { face } = useWords();
  const steps = Array.from({ length: progress.of }, (_, at) => at);
  return (
    <div className="mirror-steps" role="img" aria-label={face.stepOf(progress.stepIndex + 1, progress.of)}>
      {steps.map((at) => (
        <i key={at} className={at <= progress.stepIndex ? 'done' : ''} />
      ))}
    </div>
  );
}
