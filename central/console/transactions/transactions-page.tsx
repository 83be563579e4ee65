import { Alert, Input } from 'antd';
import { useState } from 'react';
import type { ReceiptCodeAnswer } from '../../../src/contracts/console/receipt-codes.ts';
import { RECEIPT_CODE_PREFIX } from '../../../src/contracts/receipt-code.ts';
import { useAct } from '../api/use-act.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { workActs, workReading } from '../api/work.ts';
import { useDesk } from '../frame/desk-context.ts';
import { Page, Shown } from '../frame/page.tsx';
import { goTo, useRoute } from '../frame/route.ts';
import { useTexts } from '../texts/language.ts';
import { ReceiptCodeCard } from './receipt-code-card.tsx';
import { Transaction } from './transaction.tsx';

function Found({ reference }: { readonly reference: string }) {
  const { transactions } = useTexts();
  const loaded = useLoaded(
    (reader) => workReading(reader).transaction(reference),
    `transaction ${reference}`,
    'work',
  );
  return (
    <Shown loaded={loaded}>
      {(answer) => {
        switch (answer.found) {
          case 'wrong-form':
          case 'mistyped':
            return <Alert type="warning" showIcon title={transactions[answer.found]} />;
          case 'nothing':
            return <Alert type="warning" showIcon title={transactions.nothing(answer.reference)} />;
          case 'found':
            return <Transaction answer={answer} />;
        }
      }}
    </Shown>
  );
}

/** Where the request of a receipt is, followed across kiosk, queue and authority. */
export function TransactionsPage() {
  const { transactions } = useTexts();
  const { client } = useDesk();
  const { busy, act } = useAct();
  const [receipt, setReceipt] = useState<ReceiptCodeAnswer | null>(null);
  const reference = useRoute().query.get('reference') ?? '';

  /** The code of a receipt, from a scanner that types or pasted, is checked first and leads to its reference. */
  async function look(typed: string): Promise<void> {
    const isCode = typed.startsWith(RECEIPT_CODE_PREFIX);
    const answer = isCode ? await act(workActs(client).checkReceipt(typed)) : null;
    setReceipt(answer);
    const found = isCode ? (answer?.reference ?? '') : typed;
    goTo(['transactions'], found === '' ? {} : { reference: found });
  }

  return (
    <Page name="transactions">
      <div className="stack">
        <div className="row">
          <Input.Search
            key={reference}
            size="large"
            autoFocus
            loading={busy}
            maxLength={1_000}
            defaultValue={reference}
            aria-label={transactions.label}
            placeholder={transactions.label}
            enterButton={transactions.find}
            onSearch={(typed) => void look(typed.trim())}
            style={{ width: 420 }}
          />
          <span className="quiet">{transactions.hint}</span>
        </div>
        {receipt === null ? null : <ReceiptCodeCard answer={receipt} />}
        {reference === '' ? null : <Found reference={reference} />}
      </div>
    </Page>
  );
}
