import { CountdownRing, useSecondsLeft } from '../design/countdown.tsx';
import { Mark } from '../illustrations/mark.tsx';
import { useKiosk, useWords } from './kiosk-context.ts';
import { readableMoment } from './moment.ts';

/** Whose machine this is, what is being done, and how long this page waits. */
export function Header() {
  const { view } = useKiosk();
  const { frame, home } = useWords();
  const title = view.service === null ? frame.productName : home.services[view.service].name;
  const sub = view.service === null ? view.kioskName : frame.productName;
  const { day, time } = readableMoment(view.now, view.language);
  return (
    <header className="header">
      <Mark />
      <div>
        <div className="header-title">{title}</div>
        <div className="header-sub">{sub}</div>
      </div>
      <div className="header-right">
        <div>
          {view.service === null ? <div>{view.elder ? time : `${day} ${time}`}</div> : null}
          {view.linkUp && view.service !== null ? null : (
            <span className={view.linkUp ? 'link-state' : 'link-state down'}>
              {view.linkUp ? frame.deviceReady : frame.linkDown}
            </span>
          )}
        </div>
        {view.secondsLeft === null ? null : <Remaining key={view.revision} seconds={view.secondsLeft} />}
      </div>
    </header>
  );
}

function Remaining({ seconds }: { seconds: number }) {
  const { frame } = useWords();
  const left = useSecondsLeft(seconds);
  return (
    <div className="countdown">
      <span aria-hidden="true">{frame.secondsLeft}</span>
      <CountdownRing left={left} of={seconds} spoken={frame.secondsLeftSpoken(left)} />
    </div>
  );
}
