import { Alert, Input } from 'antd';
import { useLoaded } from '../api/use-loaded.ts';
import { workReading } from '../api/work.ts';
import { Page, Shown } from '../frame/page.tsx';
import { goTo, useRoute } from '../frame/route.ts';
import { useTexts } from '../texts/language.ts';
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
  const reference = useRoute().query.get('reference') ?? '';
  return (
    <Page name="transactions">
      <div className="stack">
        <div className="row">
          <Input.Search
            key={reference}
            size="large"
            autoFocus
            maxLength={40}
            defaultValue={reference}
            aria-label={transactions.label}
            placeholder={transactions.label}
            enterButton={transactions.find}
            onSearch={(typed) =>
              goTo(['transactions'], typed.trim() === '' ? {} : { reference: typed.trim() })
            }
            style={{ width: 420 }}
          />
          <span className="quiet">{transactions.hint}</span>
        </div>
        {reference === '' ? null : <Found reference={reference} />}
      </div>
    </Page>
  );
}
