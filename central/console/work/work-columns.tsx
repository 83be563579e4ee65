import type { WorkItemRow } from '../../../src/contracts/console/work.ts';
import { WORK_LEVELS } from '../design/levels.ts';
import { StateMark } from '../design/state-mark.tsx';
import { KioskLink } from '../frame/kiosk-link.tsx';
import { addressOf } from '../frame/route.ts';
import type { DeskColumn } from '../tables/columns.ts';
import type { Catalogue } from '../texts/catalogue.ts';
import { wordFor } from '../texts/language.ts';
import { momentText } from '../texts/moments.ts';

/** Columns of what waits for people; the first leads to its decision. */
export function workColumns({ codes, work, words }: Catalogue): DeskColumn<WorkItemRow>[] {
  return [
    {
      key: 'kind',
      title: work.kind,
      filters: true,
      text: ({ kind }) => work.kinds[kind],
      cell: ({ kind, itemId }) => <a href={addressOf(['work', itemId])}>{work.kinds[kind]}</a>,
    },
    {
      key: 'state',
      title: words.state,
      text: ({ state }) => work.states[state],
      cell: ({ state }) => <StateMark level={WORK_LEVELS[state]}>{work.states[state]}</StateMark>,
    },
    {
      key: 'money',
      title: work.money,
      text: ({ money }) => (money ? words.yes : words.no),
      cell: ({ money }) => (money ? <StateMark level="soon">{words.secondPerson}</StateMark> : words.no),
    },
    {
      key: 'reference',
      title: words.reference,
      text: ({ reference }) => reference,
      cell: ({ reference }) =>
        reference === null ? null : <a href={addressOf(['transactions'], { reference })}>{reference}</a>,
    },
    {
      key: 'kiosk',
      title: words.kiosk,
      text: ({ kioskName, kioskId }) => kioskName ?? kioskId,
      cell: ({ kioskName, kioskId }) =>
        kioskId === null ? null : <KioskLink kioskId={kioskId} name={kioskName} />,
    },
    { key: 'code', title: work.code, text: ({ code }) => wordFor(codes.states, wordFor(codes.why, code)) },
    { key: 'since', title: words.since, sorts: true, text: ({ since }) => momentText(since) },
    {
      key: 'closed',
      title: work.closed,
      text: ({ closedAt }) => (closedAt === null ? null : momentText(closedAt)),
    },
  ];
}
