import { Alert } from 'antd';
import type { FleetSummary } from '../../../src/contracts/console/fleet-summary.ts';
import { fleet } from '../api/fleet.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { Page, Shown } from '../frame/page.tsx';
import { useTexts, wordFor } from '../texts/language.ts';
import { momentText } from '../texts/moments.ts';
import { AlarmsCard } from './alarms-card.tsx';
import { PresenceTiles } from './presence-tiles.tsx';
import { RolloutsCard } from './rollouts-card.tsx';
import { RunningOutCard } from './running-out-card.tsx';
import { ServicesDownCard } from './services-down-card.tsx';
import { WorkCard } from './work-card.tsx';

function ClosedServices({ closed }: { readonly closed: FleetSummary['closedServices'] }) {
  const { overview, words } = useTexts();
  return closed.map(({ service, since, reason }) => (
    <Alert
      key={service}
      type="error"
      showIcon
      className="trouble-line"
      title={overview.closed(wordFor(words.services, service))}
      description={`${momentText(since)} · ${reason}`}
    />
  ));
}

/** Kiosks that told of themselves within ten minutes. */
const heardOf = ({ presence }: FleetSummary): number =>
  presence.reduce(
    (sum, one) => (['up', 'in-maintenance', 'late'].includes(one.presence) ? sum + one.kiosks : sum),
    0,
  );

/** The front page: what is wrong now, the worst first. */
export function OverviewPage() {
  const summary = useLoaded((reader) => fleet(reader).summary(), 'summary', 'fleet');
  return (
    <Page name="overview">
      <Shown loaded={summary}>
        {(value) => (
          <>
            <ClosedServices closed={value.closedServices} />
            <PresenceTiles summary={value} />
            <div className="columns">
              <div className="stack">
                <ServicesDownCard rows={value.servicesOff} heard={heardOf(value)} />
                <RolloutsCard rows={value.rollouts} />
                <RunningOutCard rows={value.runningOut} />
              </div>
              <div className="stack">
                <AlarmsCard rows={value.alarms} />
                <WorkCard rows={value.work} />
              </div>
            </div>
          </>
        )}
      </Shown>
    </Page>
  );
}
