import { Input, Select } from 'antd';
import { useState } from 'react';
import {
  MEMBER_STATES,
  type MemberRow,
  type MemberState,
  type RolloutDetail,
} from '../../../src/contracts/console/rollouts.ts';
import { rolloutReading } from '../api/rollouts.ts';
import { MEMBER_LEVELS } from '../design/levels.ts';
import { StateMark } from '../design/state-mark.tsx';
import { KioskLink } from '../frame/kiosk-link.tsx';
import { PagedTable } from '../tables/paged-table.tsx';
import { useSaid, useTexts } from '../texts/language.ts';
import { momentText } from '../texts/moments.ts';

/** Every kiosk of a rollout with its wave, state and reason. */
export function MemberTable({ rollout }: { readonly rollout: RolloutDetail }) {
  const { rollouts, words, kiosks } = useTexts();
  const saying = useSaid();
  const [state, setState] = useState<MemberState | undefined>();
  const [wave, setWave] = useState<number | undefined>();
  const [text, setText] = useState('');
  const asked = {
    ...(state === undefined ? {} : { state }),
    ...(wave === undefined ? {} : { wave }),
    ...(text === '' ? {} : { text }),
  };
  return (
    <PagedTable<MemberRow>
      name={`rollout-${rollout.rolloutId}`}
      listKey={`members ${rollout.rolloutId} ${state} ${wave} ${text}`}
      live="rollouts"
      read={(reader, { page, size }) =>
        rolloutReading(reader).members(rollout.rolloutId, { ...asked, page, size })
      }
      rowKey={({ kioskId }) => kioskId}
      empty={rollouts.membersEmpty}
      bar={
        <>
          <Input.Search
            allowClear
            placeholder={kiosks.find}
            aria-label={kiosks.find}
            onSearch={(typed) => setText(typed.trim())}
            style={{ width: 200 }}
          />
          <Select
            allowClear
            placeholder={rollouts.wave}
            aria-label={rollouts.wave}
            value={wave ?? null}
            onChange={(next) => setWave(next ?? undefined)}
            options={rollout.waveCounts.map((one) => ({
              value: one.wave,
              label: rollouts.waveName(one.wave, one.name),
            }))}
            style={{ minWidth: 160 }}
          />
          <Select
            allowClear
            placeholder={words.state}
            aria-label={words.state}
            value={state ?? null}
            onChange={(next) => setState(next ?? undefined)}
            options={MEMBER_STATES.map((value) => ({ value, label: rollouts.members[value] }))}
            style={{ minWidth: 140 }}
          />
        </>
      }
      columns={[
        {
          key: 'name',
          title: words.kiosk,
          text: ({ name, kioskId }) => `${name} ${kioskId}`,
          cell: ({ name, kioskId }) => <KioskLink kioskId={kioskId} name={name} tab="configuration" />,
        },
        { key: 'region', title: words.region, text: ({ region }) => region },
        { key: 'model', title: words.model, text: ({ model }) => model },
        { key: 'wave', title: rollouts.wave, text: (row) => (row.wave === 0 ? rollouts.canary : row.wave) },
        {
          key: 'state',
          title: words.state,
          text: (row) => rollouts.members[row.state],
          cell: (row) => (
            <StateMark level={MEMBER_LEVELS[row.state]}>{rollouts.members[row.state]}</StateMark>
          ),
        },
        {
          key: 'reason',
          title: rollouts.reason,
          text: ({ reason }) => (reason === null ? null : saying(reason.says)),
        },
        { key: 'changed', title: rollouts.changed, text: ({ changedAt }) => momentText(changedAt) },
      ]}
    />
  );
}
