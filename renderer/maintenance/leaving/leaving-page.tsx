import '../readiness/readiness.css';
import '../readiness/condition-line.css';
import type { MaintenancePageOf } from '../../../src/contracts/maintenance/page.ts';
import { Button } from '../../design/button.tsx';
import { Page } from '../../design/page.tsx';
import { Pager, usePages } from '../../design/pager.tsx';
import { Actions } from '../../frame/act.tsx';
import { useKiosk, useRoom, useWords } from '../../frame/kiosk-context.ts';
import { ClockScene } from '../../illustrations/scenes.tsx';
import { Seal } from '../../illustrations/seal.tsx';
import { ConditionLine } from '../readiness/condition-line.tsx';

/** Leaving looks at everything once more: what is red is said before somebody goes. */
export function LeavingPage({ page }: { page: MaintenancePageOf<'leaving'> }) {
  const { leaving } = useWords().maintenance;
  if (page.checking)
    return (
      <Page
        title={leaving.checking}
        lead={leaving.checkingLead}
        picture={<ClockScene label={leaving.checking} />}
      />
    );
  return <NotReady report={page.report} />;
}

function NotReady({ report }: Pick<MaintenancePageOf<'leaving'>, 'report'>) {
  const { maintain } = useKiosk();
  const { leaving } = useWords().maintenance;
  const { elder, landscape } = useRoom();
  const red = (report?.lines ?? []).filter(({ level }) => level === 'stop');
  const pages = usePages(red, (landscape ? 3 : 5) - (elder ? 1 : 0));
  return (
    <Page
      title={report === null ? leaving.unknownTitle : leaving.title(red.length)}
      lead={report === null ? leaving.unknownLead : leaving.lead}
      sign={<Seal state="attention" />}
      actions={
        <Actions>
          <Button act="leave-anyway" onPress={() => maintain({ act: 'leave-anyway' })}>
            {leaving.leaveAnyway}
          </Button>
          <Button kind="primary" act="stay" onPress={() => maintain({ act: 'stay' })}>
            {leaving.stay}
          </Button>
        </Actions>
      }
    >
      <ul className="conditions">
        {pages.items.map((line) => (
          <ConditionLine key={`${line.subject} ${line.which}`} line={line} tasks={[]} />
        ))}
      </ul>
      <Pager pages={pages} />
    </Page>
  );
}
