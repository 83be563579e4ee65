import './notice-board.css';
import type { ShownNotice } from '../../src/contracts/view.ts';
import { NoticeSign, WarningSign } from '../illustrations/notice-signs.tsx';

interface NoticeBoardProps {
  readonly notices: readonly ShownNotice[];
  /** Where there is no room for more; the start screen has said it all. */
  readonly titlesOnly?: boolean;
}

/** What operators have to say: two lines each, a warning by its shape as well as by its colour. */
export function NoticeBoard({ notices, titlesOnly = false }: NoticeBoardProps) {
  if (notices.length === 0) return null;
  return (
    <ul className={titlesOnly ? 'notice-board titles' : 'notice-board'}>
      {notices.map(({ id, level, title, text }) => (
        <li key={id} className={level} data-notice={id}>
          {level === 'warning' ? <WarningSign /> : <NoticeSign />}
          <p>
            <strong>{title}</strong> {titlesOnly ? null : text}
          </p>
        </li>
      ))}
    </ul>
  );
}
