import {
  AlertOutlined,
  AuditOutlined,
  BarChartOutlined,
  CreditCardOutlined,
  DashboardOutlined,
  DesktopOutlined,
  FileDoneOutlined,
  InboxOutlined,
  KeyOutlined,
  PoweroffOutlined,
  SafetyCertificateOutlined,
  SearchOutlined,
  SendOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import { Menu } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../texts/language.ts';
import { useMay } from './desk-context.ts';
import { addressOf, useRoute } from './route.ts';

/** Pages of the menu, in its groups. The first segment of an address is the page's own. */
const GROUPS = {
  now: [
    ['overview', <DashboardOutlined key="i" />],
    ['kiosks', <DesktopOutlined key="i" />],
    ['alarms', <AlertOutlined key="i" />],
    ['closures', <PoweroffOutlined key="i" />],
  ],
  change: [
    ['releases', <FileDoneOutlined key="i" />],
    ['rollouts', <SendOutlined key="i" />],
    ['trust', <SafetyCertificateOutlined key="i" />],
  ],
  work: [
    ['work', <InboxOutlined key="i" />],
    ['transactions', <SearchOutlined key="i" />],
    ['keptCards', <CreditCardOutlined key="i" />],
  ],
  desk: [
    ['figures', <BarChartOutlined key="i" />],
    ['enrolment', <KeyOutlined key="i" />],
    ['operators', <TeamOutlined key="i" />],
    ['acts', <AuditOutlined key="i" />],
  ],
} as const satisfies Record<string, readonly (readonly [string, ReactNode])[]>;

const GROUP_NAMES = ['now', 'change', 'work', 'desk'] as const;

/** The menu at the left; every entry is a link that can be opened in another tab. */
export function Navigation() {
  const { frame } = useTexts();
  const [page = 'overview'] = useRoute().path;
  // Nobody else may even look at accounts.
  const administrator = useMay('administrator');
  return (
    <nav aria-label={frame.product}>
      <Menu
        mode="inline"
        theme="dark"
        selectedKeys={[page]}
        items={GROUP_NAMES.map((group) => ({
          type: 'group' as const,
          key: group,
          label: frame.groups[group],
          children: GROUPS[group]
            .filter(([name]) => name !== 'operators' || administrator)
            .map(([name, icon]) => ({
              key: name,
              icon,
              label: <a href={addressOf([name])}>{frame.pages[name].name}</a>,
            })),
        }))}
      />
    </nav>
  );
}
