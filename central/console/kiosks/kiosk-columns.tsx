import type { KioskRow } from '../../../src/contracts/console/fleet.ts';
import { SERVICES } from '../../../src/contracts/service.ts';
import { TROUBLE_WORDS } from '../../../src/rollout/trouble-words.ts';
import { CONFIGURATION_LEVELS, PRESENCE_LEVELS } from '../design/levels.ts';
import { StateMark } from '../design/state-mark.tsx';
import { KioskLink } from '../frame/kiosk-link.tsx';
import { addressOf } from '../frame/route.ts';
import type { DeskColumn } from '../tables/columns.ts';
import type { Catalogue } from '../texts/catalogue.ts';
import { wordFor } from '../texts/language.ts';
import { momentText } from '../texts/moments.ts';

type Saying = (words: { readonly zh: string; readonly en: string }) => string;

/** Why a kiosk does not run what it was assigned, as a sentence; null: there is nothing to explain. */
export function configurationWhy(row: KioskRow, saying: Saying): string | null {
  const trouble = row.configuration?.trouble ?? null;
  const words = TROUBLE_WORDS.find((entry) => entry.trouble === trouble);
  return trouble === null ? null : words === undefined ? trouble : saying(words.says);
}

/** `打印机坏：挂失、补卡`: why, and what does not work there because of it. */
export const servicesOffText = ({ servicesOff }: KioskRow, { words, kiosks, overview }: Catalogue): string =>
  [...Map.groupBy(servicesOff, ({ reason }) => reason)]
    .map(([reason, own]) =>
      kiosks.offBecause(
        reason === null ? words.unknown : wordFor(words.offReasons, reason),
        own.length === SERVICES.length
          ? overview.everything
          : own.map(({ service }) => words.services[service]).join(overview.and),
      ),
    )
    .join(kiosks.and);

function configurationCell(row: KioskRow, { kiosks }: Catalogue, saying: Saying) {
  if (row.configuration === null) return null;
  const why = configurationWhy(row, saying);
  return (
    <>
      <StateMark level={CONFIGURATION_LEVELS[row.configuration.state]}>
        {kiosks.configurations[row.configuration.state]}
      </StateMark>
      {why === null ? null : <div className="quiet">{kiosks.configurationWhy(why)}</div>}
    </>
  );
}

/** What a kiosk says of itself is news only while it is heard. */
export const inHearing = ({ presence }: KioskRow): boolean =>
  presence === 'up' || presence === 'in-maintenance' || presence === 'late';

/** Columns of the table of kiosks. Those that sort are sorted at the centre, by these keys. */
export function kioskColumns(texts: Catalogue, saying: Saying): DeskColumn<KioskRow>[] {
  const { kiosks, words } = texts;
  return [
    {
      key: 'name',
      title: kiosks.name,
      sorts: true,
      text: ({ kioskId, name }) => `${name} ${kioskId}`,
      cell: ({ kioskId, name }) => (
        <>
          <KioskLink kioskId={kioskId} name={name} />
          <div className="quiet code-text">{kioskId}</div>
        </>
      ),
    },
    {
      key: 'presence',
      title: kiosks.presence,
      text: ({ presence }) => words.presences[presence],
      cell: ({ presence }) => (
        <StateMark level={PRESENCE_LEVELS[presence]}>{words.presences[presence]}</StateMark>
      ),
    },
    { key: 'region', title: words.region, sorts: true, text: ({ region }) => region },
    { key: 'model', title: words.model, text: ({ model }) => model },
    {
      key: 'services',
      title: kiosks.servicesOff,
      width: 230,
      text: (row) => servicesOffText(row, texts),
      cell: (row) =>
        row.servicesOff.length === 0 ? (
          <StateMark level={inHearing(row) ? 'well' : 'off'}>
            {inHearing(row) ? kiosks.allServices : words.unknown}
          </StateMark>
        ) : (
          <span className="wrapping">{servicesOffText(row, texts)}</span>
        ),
    },
    {
      key: 'alarms',
      title: kiosks.alarms,
      align: 'right',
      text: (row) => row.alarms,
      cell: ({ alarms, kioskId }) =>
        alarms === 0 ? (
          0
        ) : (
          <a href={addressOf(['kiosks', kioskId], { tab: 'alarms' })}>
            <StateMark level="stop">{alarms}</StateMark>
          </a>
        ),
    },
    {
      key: 'configuration',
      title: kiosks.configuration,
      text: (row) =>
        row.configuration === null
          ? null
          : [kiosks.configurations[row.configuration.state], configurationWhy(row, saying) ?? ''].join(' '),
      cell: (row) => configurationCell(row, texts, saying),
    },
    {
      key: 'waiting',
      title: kiosks.queue,
      sorts: true,
      align: 'right',
      text: ({ queue }) => (queue === null ? null : kiosks.queueText(queue.waiting, queue.deadLetters)),
    },
    { key: 'blanks', title: kiosks.blanks, sorts: true, align: 'right', text: ({ blanks }) => blanks },
    {
      key: 'paper',
      title: kiosks.paper,
      text: ({ paper }) => (paper === null ? null : words.paper[paper]),
      cell: ({ paper }) =>
        paper === null ? null : (
          <StateMark level={paper === 'enough' ? 'well' : paper === 'low' ? 'soon' : 'stop'}>
            {words.paper[paper]}
          </StateMark>
        ),
    },
    {
      key: 'heard',
      title: kiosks.heard,
      sorts: true,
      text: ({ heardAt }) => (heardAt === null ? words.never : momentText(heardAt)),
    },
    { key: 'tags', title: words.tags, text: ({ tags }) => tags.join(' ') },
    { key: 'version', title: kiosks.software, sorts: true, text: ({ version }) => version },
  ];
}
