import './page.css';
import type { ReactNode } from 'react';
import { WholeWords } from './whole-words.tsx';

interface PageProps {
  readonly title: string;
  readonly lead?: ReactNode | undefined;
  /** Stands below the words, over the whole width. */
  readonly board?: ReactNode;
  /** A sign beside the title whose shape says how it stands. */
  readonly sign?: ReactNode;
  /** A drawing that shows where; takes what height is free. */
  readonly picture?: ReactNode;
  /** What is read or touched. */
  readonly children?: ReactNode;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  /** Lying screens: set the content in the middle of its height. */
  readonly centred?: boolean;
  /** Lying screens: the content takes the whole width; note and actions stand beside each other below it. */
  readonly wide?: boolean;
}

/** A title of two clauses breaks between them. */
const CLAUSES = /[，。？：]./;

/** One thing per screen: a sentence, a picture or a control, a note, what can be done. */
export function Page({
  title,
  lead,
  board,
  sign,
  picture,
  children,
  note,
  actions,
  centred = false,
  wide = false,
}: PageProps) {
  return (
    <main className={wide ? 'page wide' : 'page'}>
      <div className={sign === undefined ? 'page-words' : 'page-words signed'}>
        {sign}
        <h1>{CLAUSES.test(title) ? title : <WholeWords text={title} />}</h1>
        {lead === undefined ? null : (
          <p className="lead">{typeof lead === 'string' ? <WholeWords text={lead} /> : lead}</p>
        )}
        {board}
      </div>
      <div className={centred ? 'page-content centred' : 'page-content'}>
        {picture === undefined ? null : <div className="page-picture">{picture}</div>}
        {children}
      </div>
      <div className="page-aside">{note}</div>
      <div className="page-actions">{actions}</div>
    </main>
  );
}
