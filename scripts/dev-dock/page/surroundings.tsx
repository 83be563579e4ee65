import { useState } from 'react';
import type { Dock } from './dock-link.ts';
import { Do, FaultPicker, Panel } from './parts.tsx';

export function MessagesPanel({ state }: Dock) {
  return (
    <Panel title="Text messages" says="newest first" lamp={state.messages.length > 0 ? 'on' : 'off'}>
      {state.messages.length === 0 ? (
        <p className="fine">Codes the kiosk sends to a mobile arrive here.</p>
      ) : null}
      <ul className="messages">
        {state.messages.map((message) => (
          <li key={`${message.at} ${message.mobile}`}>
            <b>{message.mobile}</b>
            <Words text={message.text} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** A text message with its code marked. */
function Words({ text }: { text: string }) {
  const [, before = text, code, after = ''] = /^(.*?)(\d{6})(.*)$/s.exec(text) ?? [];
  return (
    <span lang="zh-CN">
      {before}
      {code === undefined ? null : <mark>{code}</mark>}
      {after}
    </span>
  );
}

export function CentrePanel({ catalogue, state, act }: Dock) {
  const [route, setRoute] = useState<string>(catalogue.centralRoutes[0] ?? '');
  return (
    <Panel
      title="Link and centre"
      says={state.linkUp ? `up, ${state.operations} operations` : 'link cut'}
      lamp={state.linkUp ? 'on' : 'bad'}
    >
      <div className="row">
        <Do harm={state.linkUp} main={!state.linkUp} onPress={() => act('link', { up: !state.linkUp })}>
          {state.linkUp ? 'Cut the link' : 'Restore the link'}
        </Do>
        <a href={`${state.centralUrl}/openapi.json`} target="_blank" rel="noreferrer">
          openapi.json
        </a>
        <Do onPress={() => act('central/reset')} title="Residents and their cards as on the first day">
          Reset registry
        </Do>
      </div>
      <select
        aria-label="Route of the centre"
        className="wide"
        value={route}
        onChange={(event) => setRoute(event.target.value)}
      >
        {catalogue.centralRoutes.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
      <FaultPicker
        label="Failure of the centre"
        faults={catalogue.centralFaults}
        button="Fail next request"
        onPick={(mode) => act('central/fault', { route, mode })}
        mend={{ says: 'Clear failures', onPress: () => act('central/mend') }}
      />
    </Panel>
  );
}

export function CorePanel({ catalogue, act }: Dock) {
  return (
    <Panel title="Core" says="power cuts" lamp="on">
      <div className="row">
        <Do harm onPress={() => act('core/kill', { at: 'now' })}>
          Kill now
        </Do>
        <span className="fine">The shell starts another; what was journalled is settled.</span>
      </div>
      <FaultPicker
        label="Crash point"
        faults={catalogue.crashPoints}
        button="Kill when it gets there"
        onPick={(at) => act('core/kill', { at })}
      />
    </Panel>
  );
}
