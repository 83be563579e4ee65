import { type ReactNode, useState } from 'react';

/** A device or a surrounding: what it is, how it stands, what can be done to it. */
export function Panel(props: {
  title: string;
  lamp?: 'on' | 'off' | 'bad';
  says?: string;
  /** It waits for a hand now. */
  calls?: boolean;
  children: ReactNode;
}) {
  return (
    <section className={props.calls ? 'panel calls' : 'panel'}>
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
  /** Breaks something. */
  harm?: boolean;
  off?: boolean;
  title?: string;
}) {
  return (
    <button
      type="button"
      className={props.main ? 'main' : props.harm ? 'harm' : ''}
      disabled={props.off}
      title={props.title}
      onClick={props.onPress}
    >
      {props.children}
    </button>
  );
}

/** A list of faults of which one is armed, and the way to mend them all. */
export function FaultPicker(props: {
  label: string;
  faults: readonly string[];
  /** What to show instead of a fault's own word. */
  words?: Readonly<Record<string, string>>;
  button: string;
  onPick: (fault: string) => void;
  /** What is armed or broken now. */
  now?: readonly string[];
  mend?: { readonly says: string; readonly onPress: () => void };
}) {
  const [fault, setFault] = useState(props.faults[0] ?? '');
  return (
    <div className="row faults">
      <select aria-label={props.label} value={fault} onChange={(event) => setFault(event.target.value)}>
        {props.faults.map((one) => (
          <option key={one} value={one}>
            {props.words?.[one] ?? one}
          </option>
        ))}
      </select>
      <Do harm onPress={() => props.onPick(fault)}>
        {props.button}
      </Do>
      {props.mend === undefined ? null : <Do onPress={props.mend.onPress}>{props.mend.says}</Do>}
      {props.now === undefined || props.now.length === 0 ? null : (
        <span className="broken">{props.now.join(', ')}</span>
      )}
    </div>
  );
}
