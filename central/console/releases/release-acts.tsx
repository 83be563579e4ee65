import { Button, Tooltip } from 'antd';
import { useState } from 'react';
import type { ReleaseAnswer, ReleaseDetail } from '../../../src/contracts/console/releases.ts';
import type { Result } from '../../../src/result.ts';
import type { CallTrouble } from '../api/console-client.ts';
import { releaseActs } from '../api/releases.ts';
import { useAct } from '../api/use-act.ts';
import { AskNote } from '../frame/ask-note.tsx';
import { useDesk, useMay } from '../frame/desk-context.ts';
import { addressOf } from '../frame/route.ts';
import { useTexts } from '../texts/language.ts';
import { ReviewModal } from './review-modal.tsx';

/** What can be done with a release at its step, for whoever may. */
export function ReleaseActs({
  release,
  again,
}: {
  readonly release: ReleaseDetail;
  readonly again: () => void;
}) {
  const { releases } = useTexts();
  const { client, operator } = useDesk();
  const { busy, act } = useAct();
  const [open, setOpen] = useState<'review' | 'send-back' | 'abandon' | null>(null);
  const editor = useMay('editor');
  const approver = useMay('approver');
  const signer = useMay('signer');
  const { releaseId, revision, state } = release;
  const acts = releaseActs(client, releaseId);
  const own = release.draftedBy === operator.operatorId;

  const settle = async (asked: Promise<Result<ReleaseAnswer, CallTrouble>>, said: string) => {
    const done = await act(asked, said);
    if (done !== null) setOpen(null);
    again();
  };

  return (
    <>
      {state === 'draft' && editor ? (
        <Button
          type="primary"
          loading={busy}
          disabled={release.documents.length === 0}
          onClick={() => settle(acts.submit(revision), releases.submitted)}
        >
          {releases.submit}
        </Button>
      ) : null}
      {state === 'in-review' && approver ? (
        <Tooltip title={own ? releases.ownDraft : null}>
          <Button type="primary" disabled={own} onClick={() => setOpen('review')}>
            {releases.review}
          </Button>
        </Tooltip>
      ) : null}
      {state === 'approved' && signer ? (
        <Button type="primary" href={addressOf(['releases', releaseId, 'sign'])}>
          {releases.sign}
        </Button>
      ) : null}
      {state === 'signed' && approver ? (
        <Button type="primary" href={addressOf(['rollouts', 'new'], { release: releaseId })}>
          {releases.rollOut}
        </Button>
      ) : null}
      {state === 'in-review' && approver ? (
        <Button onClick={() => setOpen('send-back')}>{releases.sendBack}</Button>
      ) : null}
      {state !== 'signed' && state !== 'abandoned' && (editor || approver) ? (
        <Button danger onClick={() => setOpen('abandon')}>
          {releases.abandon}
        </Button>
      ) : null}
      {open === 'review' ? (
        <ReviewModal
          release={release}
          busy={busy}
          close={() => setOpen(null)}
          approve={() => settle(acts.approve(revision), releases.approved)}
        />
      ) : null}
      {open === 'send-back' ? (
        <AskNote
          title={releases.sendBack}
          label={releases.sendBackWhy}
          ok={releases.sendBack}
          most={500}
          busy={busy}
          close={() => setOpen(null)}
          done={(note) => void settle(acts.sendBack(revision, note), releases.sentBack)}
        />
      ) : null}
      {open === 'abandon' ? (
        <AskNote
          danger
          title={releases.abandon}
          label={releases.abandonWhy}
          ok={releases.abandon}
          most={500}
          busy={busy}
          close={() => setOpen(null)}
          done={(note) => void settle(acts.abandon(revision, note), releases.abandoned)}
        />
      ) : null}
    </>
  );
}
