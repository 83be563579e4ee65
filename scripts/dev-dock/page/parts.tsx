import { type ReactNode, useState } from 'react';

/** A device or a surrounding: what it is, how it stands, what can be done to it. */
export function Panel(props: {
  title: string;
  lamp?: 'on' | 'off' | 'bad';
  says?: string;
  children: ReactNode;
}) {
  return (
    <section className="panel">
      <header>
        <i className={`lamp ${props.lamp ?? 'off'}`} aria-hidden="true" />
        <h2>{props.title}</h2>
        {props.says === undefined ? null : <span className="says">{props.says}</span>}
      </header>
      {props.children}
    </section>
  );
}

export function Do(props: {
  children: ReactNode;
  onPress: () => void;
  main?: boolean;
  off?: boolean;
  title?: string;
}) {
  return (
    <button
      type="button"
      className={props.main ? 'main' : ''}
      disabled={props.off}
      title={props.title}
      onClick={props.onPress}
    >
      {props.children}
    </button>
  );
}

/** A list of faults of which one is armed. */
export function FaultPicker(props: {
  label: string;
  faults: readonly string[];
  button: string;
  onPick: (fault: string) => void;
}) {
  const [fault, setFault] = useState(props.faults[0] ?? '');
  return (
    <div className="row">
      <label>
        <span className="visually-hidden">{props.label}</span>
        <select aria-label={props.label} value={fault} onChange={(event) => setFault(event.target.value)}>
          {props.faults.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
      <Do onPress={() => props.onPick(fault)}>{props.button}</Do>
    </div>
  );
}
