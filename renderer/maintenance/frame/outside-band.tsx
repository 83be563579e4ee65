import type { Place } from '../../../src/contracts/view.ts';
import { useKiosk } from '../../frame/kiosk-context.ts';
import { readableSince } from '../../frame/moment.ts';
import { catalogueOf } from '../../texts/catalogue.ts';

interface OutsideBandProps {
  /** Milliseconds since the epoch. */
  readonly since: number;
  readonly counters: readonly Place[];
}

/**
 * For whoever comes up while a technician works: closed, since when, where to go. Letters of at least a centimetre on
 * a 27-inch screen, read from two metres; in both languages, because nobody there has chosen one.
 */
export function OutsideBand({ since, counters }: OutsideBandProps) {
  const { view } = useKiosk();
  const zh = catalogueOf('zh-CN').maintenance.outside;
  const en = catalogueOf('en').maintenance.outside;
  const [counter] = counters;
  const hotline = view.hotlines[0]?.number;
  return (
    <section className="outside">
      <div className="outside-closed">
        <ClosedSign />
        <div>
          <p lang="zh-CN" className="outside-title">
            {zh.closed}
            <span>{zh.since(readableSince(since, view.now, 'zh-CN'))}</span>
          </p>
          <p lang="en" className="outside-english">
            {en.closed} {en.since(readableSince(since, view.now, 'en'))}
          </p>
        </div>
      </div>
      <div className="outside-where">
        {counter === undefined ? null : (
          <p>
            <span>
              {zh.goTo} <span lang="en">{en.goTo}</span>
            </span>{' '}
            <b>{counter.name}</b>
          </p>
        )}
        <p>
          {counter === undefined ? null : <span>{counter.address}</span>}
          {hotline === undefined ? null : (
            <span>
              {zh.orCall} <span lang="en">{en.orCall}</span> <b>{hotline}</b>
            </span>
          )}
        </p>
      </div>
    </section>
  );
}

/** A bar across a ring: closed, in every language. */
function ClosedSign() {
  return (
    <svg className="outside-sign" viewBox="0 0 100 100" aria-hidden="true">
      <circle cx="50" cy="50" r="44" fill="var(--bad-bg)" />
      <circle cx="50" cy="50" r="36" fill="var(--bad)" />
      <rect x="24" y="42" width="52" height="16" rx="4" fill="var(--white)" />
    </svg>
  );
}
