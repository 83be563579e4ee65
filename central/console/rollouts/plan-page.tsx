import { Button, Card, Form, Select } from 'antd';
import { useState } from 'react';
import type { RolloutPlan } from '../../../src/contracts/console/rollout-plan.ts';
import type { RolloutPreview } from '../../../src/contracts/console/rollouts.ts';
import { fleet } from '../api/fleet.ts';
import { releaseReading } from '../api/releases.ts';
import { createRollout, previewRollout } from '../api/rollouts.ts';
import { useAct } from '../api/use-act.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { useDesk, useMay } from '../frame/desk-context.ts';
import { Page } from '../frame/page.tsx';
import { goTo, useRoute } from '../frame/route.ts';
import { useTexts } from '../texts/language.ts';
import { CanaryFields } from './canary-fields.tsx';
import { planToBegin, withWave } from './plan-draft.ts';
import { PlanPreview } from './plan-preview.tsx';
import { ScheduleFields } from './schedule-fields.tsx';
import { WaveFields } from './wave-fields.tsx';

/** Plans a rollout: canary, waves, gates, hours; and shows who would get it when before it is made. */
export function PlanPage() {
  const { rollouts, words } = useTexts();
  const { client } = useDesk();
  const { busy, act } = useAct();
  const may = useMay('approver');
  const asked = useRoute().query.get('release');
  const [releaseId, setReleaseId] = useState(asked);
  const [plan, setPlan] = useState<RolloutPlan>(() => planToBegin(['10%', words.all]));
  const [shown, setShown] = useState<{ key: string; preview: RolloutPreview } | null>(null);
  const signed = useLoaded((reader) => releaseReading(reader).list('signed'), 'signed releases', null).value;
  const offered = useLoaded((reader) => fleet(reader).words(), 'fleet-words', null).value;

  const key = JSON.stringify([releaseId, plan]);
  const preview = shown?.key === key ? shown.preview : null;
  const change = (next: RolloutPlan) => setPlan(next);
  const putWaves = (waves: RolloutPlan['waves']) => change({ ...plan, waves });

  async function look(): Promise<void> {
    if (releaseId === null) return;
    const found = await act(previewRollout(client, { rolloutId: null, releaseId, plan }));
    if (found !== null) setShown({ key, preview: found.preview });
  }
  async function make(): Promise<void> {
    if (releaseId === null || preview === null) return;
    const { rolloutId } = preview;
    const made = await act(createRollout(client, { rolloutId, releaseId, plan }), rollouts.made);
    if (made !== null) goTo(['rollouts', made.rollout.rolloutId]);
  }

  return (
    <Page name="rollouts" of={rollouts.planTitle}>
      <Form layout="vertical" component={false}>
        <div className="stack">
          <Card title={rollouts.chooseRelease}>
            <Select
              aria-label={rollouts.chooseRelease}
              placeholder={signed?.releases.length === 0 ? rollouts.noSigned : rollouts.choose}
              value={releaseId}
              onChange={setReleaseId}
              options={(signed?.releases ?? []).map(({ releaseId: id, title }) => ({
                value: id,
                label: `${id} ${title}`,
              }))}
              style={{ minWidth: 420 }}
            />
          </Card>
          <CanaryFields plan={plan} change={change} tags={offered?.tags ?? []} />
          {plan.waves.map((wave, index) => (
            <WaveFields
              // A wave is its place in the plan while it is edited.
              key={plan.waves.indexOf(wave)}
              wave={wave}
              number={index + 1}
              last={index === plan.waves.length - 1}
              words={offered}
              change={(next) => putWaves(plan.waves.map((old, other) => (other === index ? next : old)))}
              remove={
                plan.waves.length === 1
                  ? null
                  : () => putWaves(plan.waves.filter((_, other) => other !== index))
              }
            />
          ))}
          <Button
            disabled={plan.waves.length >= 12}
            onClick={() => putWaves(withWave(plan.waves, rollouts.waveTitle(plan.waves.length)))}
            style={{ width: 160 }}
          >
            {rollouts.addWave}
          </Button>
          <ScheduleFields plan={plan} change={change} />
          {preview === null ? null : <PlanPreview preview={preview} />}
          <div className="row">
            <Button disabled={releaseId === null} loading={busy} onClick={() => void look()}>
              {rollouts.preview}
            </Button>
            <Button
              type="primary"
              disabled={!may || preview === null || preview.faults.length > 0}
              loading={busy}
              onClick={() => void make()}
            >
              {rollouts.make}
            </Button>
          </div>
        </div>
      </Form>
    </Page>
  );
}
