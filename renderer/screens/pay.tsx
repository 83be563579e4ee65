import './pay.css';
import type { ViewOf } from '../../src/contracts/view.ts';
import { useSecondsLeft } from '../design/countdown.tsx';
import { Note } from '../design/note.tsx';
import { Page } from '../design/page.tsx';
import { QrCode } from '../design/qr-code.tsx';
import { Act } from '../frame/act.tsx';
import { useRoom, useWords } from '../frame/kiosk-context.ts';
import { PayByPhoneScene } from '../illustrations/service-scenes.tsx';
import { yuanOf } from './field-value.ts';

/** The code to pay, what it is for, how long it holds. Who cannot pay this way is told where to go. */
export function Pay({ view }: { view: ViewOf<'pay'> }) {
  const { landscape } = useRoom();
  const { pay } = useWords();
  if (view.phase === 'asking' || view.qr === null) return <Asking view={view} />;
  const how = (
    <Note>
      <p>{pay.after}</p>
      <p>{pay.noPhone}</p>
    </Note>
  );
  return (
    <Page
      title={pay.title}
      lead={pay.lead}
      centred
      note={
        <>
          {landscape ? <Sums view={view} /> : null}
          {how}
        </>
      }
      actions={
        <Act className="wide" command={{ type: 'cancel-payment' }}>
          {pay.cancel}
        </Act>
      }
    >
      <div className="pay">
        <div className="pay-code" data-qr={view.qr}>
          <QrCode text={view.qr} label={pay.qrLabel} />
          {view.expiresAt === null ? null : (
            <Left key={view.revision} seconds={Math.max(0, (view.expiresAt - view.now) / 1000)} />
          )}
        </div>
        {landscape ? null : <Sums view={view} />}
      </div>
    </Page>
  );
}

/** The code is gone: nobody pays twice while the answer is on its way. */
function Asking({ view }: { view: ViewOf<'pay'> }) {
  const { pay } = useWords();
  return (
    <Page
      title={pay.askingTitle}
      lead={pay.askingLead}
      picture={<PayByPhoneScene label={pay.askingPicture} />}
      note={<Note>{pay.askingSafe}</Note>}
    >
      <Sums view={view} />
    </Page>
  );
}

function Sums({ view }: { view: ViewOf<'pay'> }) {
  const { pay } = useWords();
  return (
    <div className="pay-sums">
      {view.items.map((item) => (
        <div key={item.what}>
          <span>{pay.items[item.what]}</span>
          <span>{pay.yuan(yuanOf(item.fen))}</span>
        </div>
      ))}
      <div className="pay-total">
        <span>{pay.amount}</span>
        <b>{pay.yuan(yuanOf(view.amountFen))}</b>
      </div>
    </div>
  );
}

function Left({ seconds }: { seconds: number }) {
  const { pay } = useWords();
  const left = useSecondsLeft(seconds);
  const time = `${Math.trunc(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  return (
    <p className="pay-left" role="timer">
      {left > 0 ? pay.left(time) : pay.over}
    </p>
  );
}
