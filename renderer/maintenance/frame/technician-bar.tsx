import { CountdownRing, useSecondsLeft } from '../../design/countdown.tsx';
import { Act } from '../../frame/act.tsx';
import { useKiosk, useWords } from '../../frame/kiosk-context.ts';
import { readableMoment } from '../../frame/moment.ts';
import { LanguageIcon } from '../../illustrations/signs.tsx';
import { LANGUAGE_NAMES } from '../../texts/catalogue.ts';

/** Which machine, what time it has, whether the centre is reached, how long this page waits. */
export function TechnicianBar({ technician }: { technician: string | null }) {
  const { view } = useKiosk();
  const { maintenance, frame } = useWords();
  const other = view.language === 'en' ? 'zh-CN' : 'en';
  const { day, time } = readableMoment(view.now, view.language);
  return (
    <header className="technician-bar">
      <div>
        <b>
          {maintenance.mode} {technician}
        </b>
        <span>{view.kioskName}</span>
      </div>
      <div>
        <span>{view.elder ? time : `${day} ${time}`}</span>
        <span className={view.linkUp ? 'link-state' : 'link-state down'}>
          {view.linkUp ? maintenance.linkUp : maintenance.linkDown}
        </span>
      </div>
      {view.secondsLeft === null ? null : (
        <Remaining key={view.revision} seconds={view.secondsLeft} spoken={frame.secondsLeftSpoken} />
      )}
      <Act kind="small" command={{ type: 'set-language', language: other }}>
        <LanguageIcon />
        <span lang={other}>{LANGUAGE_NAMES[other]}</span>
      </Act>
    </header>
  );
}

function Remaining({ seconds, spoken }: { seconds: number; spoken: (left: number) => string }) {
  const left = useSecondsLeft(seconds);
  return <CountdownRing left={left} of={seconds} spoken={spoken(left)} />;
}
