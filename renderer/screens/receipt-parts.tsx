import type { ReceiptPart } from '../../src/receipt/receipt-facts.ts';
import { WholeWords } from '../design/whole-words.tsx';
import { useWords } from '../frame/kiosk-context.ts';
import { CrossIcon, QuestionIcon, TickIcon, WaitIcon } from '../illustrations/signs.tsx';

type Look = 'good' | 'wait' | 'bad' | 'ask';

/** A shape for each kind of ending; the sentence beside it says the same. */
const LOOKS: Record<ReceiptPart, Look> = {
  'loss-reported': 'good',
  'loss-not-reported': 'bad',
  'loss-unknown': 'ask',
  'loss-undone': 'good',
  'new-card-handed-over': 'good',
  'new-card-to-collect': 'wait',
  'new-card-held-here': 'wait',
  'new-card-maybe-taken': 'ask',
  'new-card-unknown-place': 'ask',
  'new-card-not-made': 'bad',
  'old-card-void': 'good',
  'old-card-kept': 'good',
  'old-card-still-valid': 'good',
  'old-card-given-back': 'good',
  'old-card-not-taken': 'wait',
  'old-card-stuck': 'bad',
  'electronic-card-follows': 'good',
  'tell-benefit-payers': 'wait',
};

const SIGNS = {
  good: <TickIcon />,
  wait: <WaitIcon />,
  bad: <CrossIcon />,
  ask: <QuestionIcon />,
} as const;

/** What became of each thing the resident came for, in the order it is said. */
export function ReceiptParts({ parts }: { parts: readonly ReceiptPart[] }) {
  const { receipt } = useWords();
  return (
    <ul className="receipt-list">
      {parts.map((part) => (
        <li key={part} className={LOOKS[part]}>
          <i>{SIGNS[LOOKS[part]]}</i>
          <WholeWords text={receipt.parts[part]} />
        </li>
      ))}
    </ul>
  );
}
