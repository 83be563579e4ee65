import { DOCUMENT_KINDS } from '../../src/contracts/configuration/document.ts';
import { ActsPage } from './acts/acts-page.tsx';
import { AlarmsPage } from './alarms/alarms-page.tsx';
import { ClosuresPage } from './closures/closures-page.tsx';
import { DocumentPage } from './documents/document-page.tsx';
import { EnrolmentPage } from './enrolment/enrolment-page.tsx';
import { FiguresPage } from './figures/figures-page.tsx';
import { useRoute } from './frame/route.ts';
import { KeptCardsPage } from './kept-cards/kept-cards-page.tsx';
import { KioskPage } from './kiosks/kiosk-page.tsx';
import { KiosksPage } from './kiosks/kiosks-page.tsx';
import { OperatorsPage } from './operators/operators-page.tsx';
import { OverviewPage } from './overview/overview-page.tsx';
import { ReleasePage } from './releases/release-page.tsx';
import { ReleasesPage } from './releases/releases-page.tsx';
import { PlanPage } from './rollouts/plan-page.tsx';
import { RolloutPage } from './rollouts/rollout-page.tsx';
import { RolloutsPage } from './rollouts/rollouts-page.tsx';
import { SigningPage } from './signing/signing-page.tsx';
import { useTexts } from './texts/language.ts';
import { TransactionsPage } from './transactions/transactions-page.tsx';
import { TrustPage } from './trust/trust-page.tsx';
import { WorkItemPage } from './work/work-item-page.tsx';
import { WorkPage } from './work/work-page.tsx';

function Nowhere() {
  const { nowhere } = useTexts().frame;
  return (
    <header className="page-head">
      <div>
        <h1>{nowhere.name}</h1>
        <p>{nowhere.question}</p>
      </div>
    </header>
  );
}

/** `#/releases/R-…`, `…/sign`, `…/edit/thresholds/default`: `rest` begins with the release. */
function ReleasePages({ rest }: { readonly rest: readonly string[] }) {
  const [releaseId, step, kindName, line] = rest;
  if (releaseId === undefined) return <ReleasesPage />;
  if (step === 'sign') return <SigningPage key={releaseId} releaseId={releaseId} />;
  if (step === undefined) return <ReleasePage key={releaseId} releaseId={releaseId} />;
  const kind = DOCUMENT_KINDS.find((one) => one === kindName);
  if (step !== 'edit' || kind === undefined || line === undefined) return <Nowhere />;
  return <DocumentPage key={rest.join(' ')} releaseId={releaseId} kind={kind} line={line} />;
}

/** The page an address leads to. */
export function Pages() {
  const [page = 'overview', ...rest] = useRoute().path;
  const [one] = rest;
  switch (page) {
    case 'overview':
      return <OverviewPage />;
    case 'kiosks':
      return one === undefined ? <KiosksPage /> : <KioskPage key={one} kioskId={one} />;
    case 'alarms':
      return <AlarmsPage />;
    case 'closures':
      return <ClosuresPage />;
    case 'releases':
      return <ReleasePages rest={rest} />;
    case 'rollouts':
      if (one === 'new') return <PlanPage />;
      return one === undefined ? <RolloutsPage /> : <RolloutPage key={one} rolloutId={one} />;
    case 'transactions':
      return <TransactionsPage />;
    case 'work':
      return one === undefined ? <WorkPage /> : <WorkItemPage key={one} itemId={one} />;
    case 'keptCards':
      return <KeptCardsPage />;
    case 'enrolment':
      return <EnrolmentPage />;
    case 'operators':
      return <OperatorsPage />;
    case 'acts':
      return <ActsPage />;
    case 'trust':
      return <TrustPage />;
    case 'figures':
      return <FiguresPage />;
    default:
      return <Nowhere />;
  }
}
