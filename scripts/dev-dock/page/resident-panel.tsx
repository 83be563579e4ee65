import type { Dock } from './dock-link.ts';
import { Panel } from './parts.tsx';

const CAMERAS = [
  ['resident-turning', 'this resident, alive'],
  ['resident-still', 'this resident, never turns'],
  ['resident-photo', 'a printed photo of this resident'],
  ['somebody-else', 'somebody else'],
  ['own-camera', "this computer's camera"],
] as const;

/** Who stands before the kiosk, and whom its camera sees. */
export function ResidentPanel({ catalogue, state, act }: Dock) {
  const resident = catalogue.residents.find(({ id }) => id === state.residentId);
  return (
    <Panel title="Resident" lamp="on" says="fictitious, all of them">
      <select
        aria-label="Resident"
        className="wide"
        value={state.residentId}
        onChange={(event) => act('resident', { residentId: event.target.value })}
      >
        {catalogue.residents.map((one) => (
          <option key={one.id} value={one.id}>
            {one.id} · {one.shows}
          </option>
        ))}
      </select>
      {resident === undefined ? null : (
        <div className="person">
          <img src={`/api/portraits/${resident.id}.jpg`} alt="" />
          <dl>
            <dt>name</dt>
            <dd lang="zh-CN">{resident.name || '—'}</dd>
            <dt>number</dt>
            <dd>{resident.number}</dd>
            <dt>mobile</dt>
            <dd>{resident.mobile}</dd>
            <dt>card</dt>
            <dd>
              {resident.card === null
                ? 'none'
                : `${resident.card.specVersion}, ${resident.card.socialSecurity}, ${resident.card.financial}; initial PIN ${resident.card.initialPin}`}
            </dd>
          </dl>
        </div>
      )}
      <label className="camera">
        <span>Camera sees</span>
        <select value={state.camera} onChange={(event) => act('camera', { camera: event.target.value })}>
          {CAMERAS.map(([camera, says]) => (
            <option key={camera} value={camera}>
              {says}
            </option>
          ))}
        </select>
      </label>
    </Panel>
  );
}
