import type { Dock } from './dock-link.ts';
import { Panel } from './parts.tsx';

/** The operators' desk: its address, who signs in there with which code, and the files of the offices' keys. */
export function DeskPanel({ catalogue, state }: Dock) {
  const { consoleUrl, operators, operatorPassword, officeKeys, officePassphrase } = catalogue;
  const codeOf = (login: string) => state.operatorCodes.find((one) => one.login === login)?.code ?? '—';
  return (
    <Panel title="Operators" says="who signs in at the console" lamp="on">
      <div className="row">
        <a href={consoleUrl} target="_blank" rel="noreferrer">
          Operators’ console
        </a>
        <span className="fine">
          password of all <b>{operatorPassword}</b>
        </span>
      </div>
      <table className="desk">
        <thead>
          <tr>
            <th>Login</th>
            <th>Code now</th>
            <th>Roles</th>
          </tr>
        </thead>
        <tbody>
          {operators.map(({ login, roles }) => (
            <tr key={login}>
              <td>{login}</td>
              <td>
                <b>{codeOf(login)}</b>
              </td>
              <td className="fine">{roles.join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="fine">
        A code opens once: for a second sign-in wait for the next. Keys to sign with, passphrase{' '}
        <b>{officePassphrase}</b>:
      </p>
      <ul className="messages">
        {officeKeys.map(({ office, file }) => (
          <li key={file}>
            <b lang="zh-CN">{office}</b>
            <span>{file}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
