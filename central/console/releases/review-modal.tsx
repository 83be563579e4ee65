import { Alert, Checkbox, Modal } from 'antd';
import { useCallback, useState } from 'react';
import type { ReleaseDetail } from '../../../src/contracts/console/releases.ts';
import { KIND_NAMES } from '../../../src/releases/document-names.ts';
import { useSaid, useTexts } from '../texts/language.ts';
import { DifferenceList, FaultList } from './difference-list.tsx';
import { ReplayCard } from './replay-card.tsx';

interface Props {
  readonly release: ReleaseDetail;
  readonly busy: boolean;
  readonly close: () => void;
  readonly approve: () => void;
}

/** The second person reads every change to its end before they can approve. */
export function ReviewModal({ release, busy, close, approve }: Props) {
  const { releases } = useTexts();
  const saying = useSaid();
  const [seen, setSeen] = useState(false);
  const [atEnd, setAtEnd] = useState(false);
  const watchEnd = useCallback((end: HTMLDivElement | null) => {
    if (end === null) return;
    const watch = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setAtEnd(true);
    });
    watch.observe(end);
    return () => watch.disconnect();
  }, []);
  const faulty = release.documents.some(({ faults }) => faults.length > 0);
  return (
    <Modal
      open
      width={980}
      title={releases.reviewTitle}
      okText={releases.approve}
      okButtonProps={{ disabled: !seen || faulty }}
      confirmLoading={busy}
      onOk={approve}
      onCancel={close}
    >
      <div className="stack reading">
        <Alert type="info" showIcon title={releases.reviewText} />
        {release.documents.map(({ kind, line, differences, faults, comparedWith }) => (
          <section key={`${kind} ${line}`}>
            <h3>
              {saying(KIND_NAMES[kind])} · {line}{' '}
              <small className="quiet">{releases.comparedWith(comparedWith)}</small>
            </h3>
            <FaultList faults={faults} />
            <DifferenceList name={`${release.releaseId}-${kind}-${line}`} differences={differences} />
          </section>
        ))}
        {release.documents.some(({ kind }) => kind === 'policy-pack') ? (
          <ReplayCard releaseId={release.releaseId} revision={release.revision} />
        ) : null}
        <div ref={watchEnd} className="reading-end" />
      </div>
      <Checkbox disabled={!atEnd} checked={seen} onChange={({ target }) => setSeen(target.checked)}>
        {releases.reviewSeen}
      </Checkbox>
    </Modal>
  );
}
