import { useState } from 'react';
import { THRESHOLDS } from '../../../src/maintenance/thresholds.ts';
import { Button } from '../../design/button.tsx';
import { Note } from '../../design/note.tsx';
import { Actions } from '../../frame/act.tsx';
import { useWords } from '../../frame/kiosk-context.ts';
import { Mirror } from '../../screens/mirror.tsx';
import type { LightAndFocus } from '../camera/light-and-focus.ts';
import { measureVideo } from '../camera/measure-video.ts';
import type { AskProps } from './ask-props.ts';
import { StepPage } from './step-page.tsx';

/** Luminance at the right end of the gauge; focus is shown up to so many times its limit. */
const BRIGHTEST = 255;
const FOCUS_SPAN = 4;
/** Quick enough to turn a lens by. */
const GAUGE_EVERY_MS = 400;

/** The live picture with light and focus as gauges. The picture stays in this page; only the verdict leaves it. */
export function AskCamera({ page, answer }: AskProps<'camera'>) {
  const { tasks } = useWords();
  const { frame } = tasks;
  const [look, setLook] = useState<LightAndFocus | null>(null);
  const [none, setNone] = useState(false);
  return (
    <StepPage
      page={page}
      note={none ? <Note tone="bad">{frame.cameraNone}</Note> : <Note>{frame.cameraStays}</Note>}
      actions={
        <Actions>
          <Button act="answer" data={{ 'data-value': 'not-right' }} onPress={() => answer('not-right')}>
            {frame.cameraNotRight}
          </Button>
          <Button
            kind="primary"
            act="answer"
            data={{ 'data-value': 'right' }}
            disabled={none || look === null}
            onPress={() => answer('right')}
          >
            {frame.cameraRight}
          </Button>
        </Actions>
      }
    >
      <div className="page-picture">
        <Mirror
          use="verification"
          onNoCamera={() => setNone(true)}
          onReady={(video, signal) => measureVideo(video, signal, setLook, GAUGE_EVERY_MS)}
        >
          {look === null && !none ? <p className="mirror-hint">{frame.cameraWaiting}</p> : null}
        </Mirror>
      </div>
      {look === null ? null : <Gauges look={look} />}
    </StepPage>
  );
}

function Gauges({ look: { light, focus } }: { look: LightAndFocus }) {
  const { tasks } = useWords();
  const { cameraLight, cameraFocus, cameraLightWords, cameraFocusWords } = tasks.frame;
  const { cameraDark, cameraBright, cameraFocus: sharp } = THRESHOLDS;
  const bright = light < cameraDark ? 'dark' : light > cameraBright ? 'bright' : 'right';
  const clear = focus < sharp ? 'blurred' : 'right';
  return (
    <div className="task-gauges">
      <Gauge
        name={cameraLight}
        share={light / BRIGHTEST}
        right={bright === 'right'}
        words={cameraLightWords[bright]}
      />
      <Gauge
        name={cameraFocus}
        share={Math.min(1, focus / (sharp * FOCUS_SPAN))}
        right={clear === 'right'}
        words={cameraFocusWords[clear]}
      />
    </div>
  );
}

interface GaugeProps {
  readonly name: string;
  /** 0 … 1 */
  readonly share: number;
  readonly right: boolean;
  readonly words: string;
}

function Gauge({ name, share, right, words }: GaugeProps) {
  return (
    <div className={right ? 'task-gauge right' : 'task-gauge'}>
      <b className="task-gauge-name">{name}</b>
      <meter min={0} max={1} value={share} aria-label={name} />
      <span role="status">{words}</span>
    </div>
  );
}
