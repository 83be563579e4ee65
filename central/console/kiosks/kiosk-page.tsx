import { Alert, Tabs } from 'antd';
import type { KioskAnswer } from '../../../src/contracts/console/fleet.ts';
import { AlarmTable } from '../alarms/alarm-table.tsx';
import { fleet } from '../api/fleet.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { PRESENCE_LEVELS } from '../design/levels.ts';
import { StateMark } from '../design/state-mark.tsx';
import { Page, Shown } from '../frame/page.tsx';
import { goTo, useRoute } from '../frame/route.ts';
import { useTexts } from '../texts/language.ts';
import { momentText } from '../texts/moments.ts';
import { CertificatesTab } from './certificates-tab.tsx';
import { ConfigurationTab } from './configuration-tab.tsx';
import { KeptCardsTab } from './kept-cards-tab.tsx';
import { KioskActs } from './kiosk-acts.tsx';
import { MaintenanceTab } from './maintenance-tab.tsx';
import { NowTab } from './now-tab.tsx';
import { SuppliesTab } from './supplies-tab.tsx';
import { WorkTab } from './work-tab.tsx';

function EndOfService({ answer }: { readonly answer: KioskAnswer }) {
  const { kiosks, words } = useTexts();
  const { revoked, givenUpAt, givingUp } = answer;
  if (revoked !== null) {
    const title = kiosks.revokedLine(
      momentText(revoked.at),
      revoked.by ?? words.unknown,
      revoked.reason ?? words.unknown,
    );
    return <Alert type="error" showIcon className="trouble-line" title={title} />;
  }
  if (givenUpAt !== null)
    return (
      <Alert type="warning" showIcon className="trouble-line" title={kiosks.givenUp(momentText(givenUpAt))} />
    );
  if (givingUp === null) return null;
  const title = kiosks.givingUp(givingUp.proposedBy, momentText(givingUp.proposedAt), givingUp.reason);
  return <Alert type="warning" showIcon className="trouble-line" title={title} />;
}

/** One kiosk: how it is now, and why. */
export function KioskPage({ kioskId }: { readonly kioskId: string }) {
  const { kiosks, words } = useTexts();
  const tab = useRoute().query.get('tab') ?? 'now';
  const loaded = useLoaded((reader) => fleet(reader).kiosk(kioskId), `kiosk ${kioskId}`, 'fleet');
  const answer = loaded.value;
  const row = answer?.kiosk;
  return (
    <Page
      name="kiosk"
      of={row === undefined ? kioskId : `${row.name} · ${row.kioskId}`}
      acts={answer === null ? null : <KioskActs answer={answer} again={loaded.again} />}
    >
      <Shown loaded={loaded}>
        {(value) => (
          <>
            <EndOfService answer={value} />
            <div className="row">
              <StateMark level={PRESENCE_LEVELS[value.kiosk.presence]}>
                {words.presences[value.kiosk.presence]}
              </StateMark>
              <span className="quiet">
                {kiosks.heard}: {value.kiosk.heardAt === null ? words.never : momentText(value.kiosk.heardAt)}{' '}
                · {value.kiosk.region ?? words.noRegion} · {value.kiosk.model ?? words.unknown} ·{' '}
                {value.kiosk.tags.join(' ')}
              </span>
            </div>
            <Tabs
              activeKey={tab}
              onChange={(key) => goTo(['kiosks', kioskId], { tab: key })}
              items={[
                { key: 'now', label: kiosks.tabs.now, children: <NowTab answer={value} /> },
                {
                  key: 'configuration',
                  label: kiosks.tabs.configuration,
                  children: <ConfigurationTab answer={value} />,
                },
                {
                  key: 'alarms',
                  label: `${kiosks.tabs.alarms} ${value.alarms.length}`,
                  children: <AlarmTable rows={value.alarms} changed={loaded.again} />,
                },
                { key: 'supplies', label: kiosks.tabs.supplies, children: <SuppliesTab answer={value} /> },
                {
                  key: 'kept-cards',
                  label: `${kiosks.tabs.keptCards} ${value.keptCards.length}`,
                  children: <KeptCardsTab answer={value} />,
                },
                {
                  key: 'work',
                  label: `${kiosks.tabs.work} ${value.work.length}`,
                  children: <WorkTab answer={value} />,
                },
                {
                  key: 'maintenance',
                  label: kiosks.tabs.maintenance,
                  children: <MaintenanceTab answer={value} />,
                },
                {
                  key: 'certificates',
                  label: kiosks.tabs.certificates,
                  children: <CertificatesTab answer={value} />,
                },
              ]}
            />
          </>
        )}
      </Shown>
    </Page>
  );
}
