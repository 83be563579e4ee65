import { Alert, Card, Descriptions } from 'antd';
import type { ReceiptCodeAnswer } from '../../../src/contracts/console/receipt-codes.ts';
import { JUDGEMENTS, type ReceiptJudgement } from '../../../src/receipt-code/receipt-verdict.ts';
import { addressOf } from '../frame/route.ts';
import { useTexts, wordFor } from '../texts/language.ts';
import { momentText } from '../texts/moments.ts';

const LOOKS: Readonly<Record<ReceiptJudgement, 'success' | 'warning' | 'error'>> = {
  genuine: 'success',
  'cannot-tell': 'warning',
  'not-ours': 'error',
};

/** Whether the receipt that somebody shows is genuine, what it said, and where its request stands. */
export function ReceiptCodeCard({ answer }: { readonly answer: ReceiptCodeAnswer }) {
  const { receiptCodes, words } = useTexts();
  const { verdict, said, stands } = answer;
  const lines = [
    ...(stands === null
      ? []
      : [
          {
            key: 'stands',
            label: receiptCodes.stands,
            children: [receiptCodes.standings[stands.standing], stands.at && momentText(stands.at)]
              .filter(Boolean)
              .join('  '),
          },
        ]),
    ...(said === null
      ? []
      : [
          { key: 'service', label: words.service, children: wordFor(words.services, said.service) },
          { key: 'state', label: receiptCodes.state, children: receiptCodes.states[said.state] },
          { key: 'at', label: receiptCodes.at, children: momentText(said.at) },
          {
            key: 'kiosk',
            label: words.kiosk,
            children: <a href={addressOf(['kiosks', said.kioskId])}>{said.kioskId}</a>,
          },
          { key: 'pack', label: receiptCodes.pack, children: said.pack },
        ]),
  ];
  return (
    <Card title={receiptCodes.title}>
      <div className="stack">
        <Alert type={LOOKS[JUDGEMENTS[verdict]]} showIcon title={receiptCodes.verdicts[verdict]} />
        {lines.length === 0 ? null : <Descriptions size="small" column={2} items={lines} />}
      </div>
    </Card>
  );
}
