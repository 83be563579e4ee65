import { useState } from 'react';
import type { Dock } from './dock-link.ts';
import { Do, FaultPicker, Panel } from './parts.tsx';

type Order = Dock['state']['acquirer']['orders'][number];

const yuan = (fen: number): string => `¥${(fen / 100).toFixed(2)}`;

/** The phone in the resident's other hand: every order at the acquirer, and how the acquirer behaves. */
export function PhonePanel({ catalogue, state, act }: Dock) {
  const { orders, ordersInAll, mode, ledger } = state.acquirer;
  const open = orders.some((order) => order.state === 'open');
  return (
    <Panel
      title="Phone that pays"
      says={`in ${yuan(ledger.inFen)}, back ${yuan(ledger.outFen)}`}
      lamp={mode !== 'normal' ? 'bad' : open ? 'on' : 'off'}
      calls={open}
    >
      {orders.length === 0 ? (
        <p className="fine">Orders appear here when the kiosk shows a QR code to pay.</p>
      ) : null}
      <ul className="orders">
        {orders.map((order) => (
          <OrderLine key={order.id} order={order} act={act} />
        ))}
      </ul>
      {ordersInAll > orders.length ? <p className="fine">{ordersInAll} orders in all</p> : null}
      <label className="camera">
        <span>Acquirer</span>
        <select value={mode} onChange={(event) => act('acquirer/mode', { mode: event.target.value })}>
          {catalogue.acquirerModes.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
        <Do title="Ask about open orders and send promised refunds now" onPress={() => act('acquirer/sweep')}>
          Sweep
        </Do>
      </label>
    </Panel>
  );
}

const ACTS: readonly (readonly [act: string, says: string])[] = [
  ['pay', 'Pay'],
  ['pay-twice', 'Pay twice'],
  ['pay-late', 'Pay late'],
  ['refuse', 'Refuse'],
  ['expire', 'Let expire'],
];

function OrderLine({ order, act }: { order: Order; act: Dock['act'] }) {
  const open = order.state === 'open';
  // Money may come for an order that is over: that is what a late payment is.
  const possible = ACTS.filter(([word]) => open || word === 'pay' || word === 'pay-twice');
  return (
    <li className={order.state}>
      <div className="order">
        <b>{yuan(order.amountFen)}</b>
        <span>{order.state}</span>
        <span className="fine">
          {order.receivedFen === 0 ? '' : `paid ${yuan(order.receivedFen)}`}
          {order.refundedFen === 0 ? '' : `, back ${yuan(order.refundedFen)}`}
        </span>
        <span className="fine">{order.receiptReference}</span>
      </div>
      <div className="row">
        {possible.map(([word, says]) => (
          <Do
            key={word}
            main={open && word === 'pay'}
            harm={word !== 'pay'}
            onPress={() => act('phone/pay', { order: order.id, act: word })}
          >
            {says}
          </Do>
        ))}
      </div>
    </li>
  );
}

export function CodeScannerPanel({ catalogue, state, act }: Dock) {
  const [code, setCode] = useState('electronic-card');
  const { kiosks, faults } = state.codeScanner;
  return (
    <Panel
      title="Code scanner"
      says={kiosks === 0 ? 'not plugged in' : 'plugged in'}
      lamp={kiosks === 0 || faults.length > 0 ? 'bad' : 'on'}
    >
      <div className="row">
        <select aria-label="Which code" value={code} onChange={(event) => setCode(event.target.value)}>
          {catalogue.scannedCodes.map((one) => (
            <option key={one} value={one}>
              {one === 'unknown' ? 'a code of nobody' : 'the resident’s electronic card'}
            </option>
          ))}
        </select>
        <Do main off={kiosks === 0} onPress={() => act('code-scanner/scan', { code })}>
          Hold it to the scanner
        </Do>
      </div>
      <FaultPicker
        label="Fault of the code scanner"
        faults={catalogue.codeScannerFaults}
        button="Break"
        onPick={(fault) => act('code-scanner/fault', { fault })}
        now={faults}
        mend={{ says: 'Mend', onPress: () => act('code-scanner/mend') }}
      />
    </Panel>
  );
}
