import type { ReactNode } from 'react';
import type { AlarmRow } from '../../../src/contracts/console/alarms.ts';
import { StateMark } from '../design/state-mark.tsx';
import { KioskLink } from '../frame/kiosk-link.tsx';
import type { DeskColumn } from '../tables/columns.ts';
import type { Catalogue } from '../texts/catalogue.ts';
import { wordFor } from '../texts/language.ts';
import { momentText } from '../texts/moments.ts';
import { alarmDetail } from './alarm-detail.ts';

/** Columns of alarms; `act`: what can be done with one. */
export function alarmColumns(
  { alarms, codes, words }: Catalogue,
  act: (row: AlarmRow) => ReactNode,
): DeskColumn<AlarmRow>[] {
  return [
    {
      key: 'kind',
      title: alarms.kind,
      filters: true,
      text: ({ kind }) => words.alarms[kind],
      cell: ({ kind, overAt, acknowledgedAt }) => (
        <StateMark level={overAt !== null ? 'off' : acknowledgedAt === null ? 'stop' : 'soon'}>
          {words.alarms[kind]}
        </StateMark>
      ),
    },
    {
      key: 'kiosk',
      title: words.kiosk,
      text: ({ kioskName, kioskId }) => `${kioskName} ${kioskId}`,
      cell: ({ kioskName, kioskId }) => <KioskLink kioskId={kioskId} name={kioskName} />,
    },
    { key: 'region', title: words.region, text: ({ region }) => region, filters: true },
    {
      key: 'which',
      title: alarms.which,
      text: ({ which }) => (which === null ? null : wordFor(codes.bins, wordFor(codes.devices, which))),
    },
    {
      key: 'detail',
      title: alarms.detail,
      text: ({ detail }) => alarmDetail(detail, { codes }),
    },
    { key: 'since', title: words.since, text: ({ since }) => momentText(since), sorts: true },
    {
      key: 'over',
      title: alarms.over,
      text: ({ overAt }) => (overAt === null ? null : momentText(overAt)),
    },
    {
      key: 'acknowledged',
      title: alarms.acknowledged,
      text: ({ acknowledgedAt, acknowledgedBy, note }) =>
        acknowledgedAt === null
          ? null
          : `${alarms.by(acknowledgedBy ?? words.unknown, momentText(acknowledgedAt))} ${note ?? ''}`,
      cell: act,
    },
  ];
}
