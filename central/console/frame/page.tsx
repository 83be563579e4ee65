import { Alert, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import type { CallTrouble } from '../api/console-client.ts';
import type { Loaded } from '../api/use-loaded.ts';
import type { Catalogue } from '../texts/catalogue.ts';
import { useTexts } from '../texts/language.ts';

interface PageProps {
  readonly name: keyof Catalogue['frame']['pages'];
  /** What it is about, where the page is of one thing. */
  readonly of?: ReactNode;
  readonly acts?: ReactNode;
  readonly children: ReactNode;
}

/** A page: its name, the one question it answers, and what can be done here. */
export function Page({ name, of, acts, children }: PageProps) {
  const page = useTexts().frame.pages[name];
  return (
    <section>
      <header className="page-head">
        <div>
          <h1>{of ?? page.name}</h1>
          <p>{page.question}</p>
        </div>
        {acts === undefined ? null : <div className="page-head-acts">{acts}</div>}
      </header>
      {children}
    </section>
  );
}

/** The sentence for a call that came to nothing. */
export function useTroubleText(): (trouble: CallTrouble) => string {
  const { troubles } = useTexts();
  return (trouble) => {
    switch (trouble.trouble) {
      case 'no-connection':
        return troubles.noConnection;
      case 'signed-out':
        return troubles.signedOut;
      case 'answer-not-understood':
        return troubles.notUnderstood;
      case 'refused':
        return troubles.refused(trouble.code, trouble.retryAfterSeconds);
    }
  };
}

/** Says why something could not be read; what was read before stays below. */
export function TroubleLine({ trouble, stale }: { trouble: CallTrouble | null; stale: boolean }) {
  const { troubles } = useTexts();
  const textOf = useTroubleText();
  if (trouble === null) return null;
  const shown = { title: textOf(trouble), ...(stale ? { description: troubles.old } : {}) };
  return <Alert type="error" showIcon className="trouble-line" {...shown} />;
}

/** Draws what was read; a skeleton before, a sentence where it could not be read. */
export function Shown<Value>({
  loaded,
  children,
}: {
  readonly loaded: Loaded<Value>;
  readonly children: (value: Value) => ReactNode;
}) {
  return (
    <>
      <TroubleLine trouble={loaded.trouble} stale={loaded.value !== null} />
      {loaded.value === null ? loaded.loading ? <Skeleton active /> : null : children(loaded.value)}
    </>
  );
}
