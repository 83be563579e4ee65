import { useCallback, useEffect, useRef, useState } from 'react';
import { Button } from '../../design/button.tsx';
import { Note } from '../../design/note.tsx';
import { Actions } from '../../frame/act.tsx';
import { useWords } from '../../frame/kiosk-context.ts';
import type { AskProps } from './ask-props.ts';
import { playTones } from './play-tones.ts';
import { StepPage } from './step-page.tsx';

/** Three notes, played when the step appears and as often as wanted; whether they were heard, only a person knows. */
export function AskSound({ page, answer }: AskProps<'sound'>) {
  const { tasks } = useWords();
  const { frame } = tasks;
  const [silent, setSilent] = useState(false);
  const silence = useRef<() => void>(() => undefined);
  const play = useCallback(() => {
    silence.current();
    const tones = playTones();
    silence.current = tones.ok ? tones.value : () => undefined;
    setSilent(!tones.ok);
  }, []);
  useEffect(() => {
    play();
    return () => silence.current();
  }, [play]);
  return (
    <StepPage
      page={page}
      note={
        <>
          {silent ? <Note tone="warn">{frame.soundSilent}</Note> : null}
          <Button className="wide" onPress={play}>
            {frame.soundAgain}
          </Button>
        </>
      }
      actions={
        <Actions>
          <Button act="answer" data={{ 'data-value': 'not-heard' }} onPress={() => answer('not-heard')}>
            {frame.soundNotHeard}
          </Button>
          <Button
            kind="primary"
            act="answer"
            data={{ 'data-value': 'heard' }}
            onPress={() => answer('heard')}
          >
            {frame.soundHeard}
          </Button>
        </Actions>
      }
    />
  );
}
