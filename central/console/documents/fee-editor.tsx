import { Button, Card, DatePicker, Input } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { calendarDay } from '../../../src/contracts/fields.ts';
import type { DatedFee } from '../../../src/policy/fee.ts';
import { useTexts } from '../texts/language.ts';
import { yuanText } from '../texts/moments.ts';
import { valueAt, withValueAt } from './content-paths.ts';
import { FEE_SECTIONS, feeFrom, feesOf, fenOf, withoutLastFee } from './fee-changes.ts';

interface FeeLineProps {
  readonly name: string;
  readonly fees: readonly DatedFee[];
  readonly change: (fees: readonly DatedFee[]) => void;
}

function FeeLine({ name, fees, change }: FeeLineProps) {
  const { documents } = useTexts();
  const [from, setFrom] = useState<Dayjs | null>(null);
  const [yuan, setYuan] = useState('');
  const fen = fenOf(yuan);
  const set = () => {
    if (from === null || fen === null) return;
    change(feeFrom(fees, calendarDay.parse(from.format('YYYY-MM-DD')), fen));
    setFrom(null);
    setYuan('');
  };
  return (
    <li>
      <div>
        <strong>{name}</strong>
        {fees.map((fee) => (
          <div key={fee.from} className="quiet">
            {documents.feeNow(yuanText(fee.fen), fee.from, fee.until)}
          </div>
        ))}
      </div>
      <div className="row">
        <DatePicker
          value={from}
          onChange={setFrom}
          placeholder={documents.feeFrom}
          aria-label={`${name} ${documents.feeFrom}`}
        />
        <Input
          value={yuan}
          inputMode="decimal"
          status={yuan !== '' && fen === null ? 'error' : ''}
          placeholder={documents.feeYuan}
          aria-label={`${name} ${documents.feeYuan}`}
          onChange={({ target }) => setYuan(target.value)}
          style={{ width: 110 }}
        />
        <Button disabled={from === null || fen === null} onClick={set}>
          {documents.feeSet}
        </Button>
        <Button disabled={fees.length < 2} onClick={() => change(withoutLastFee(fees))}>
          {documents.feeUndo}
        </Button>
      </div>
    </li>
  );
}

export interface ContentProps {
  readonly content: unknown;
  readonly change: (content: unknown) => void;
}

/** Fees by service, each with the days it holds. */
export function FeeEditor({ content, change }: ContentProps) {
  const { documents } = useTexts();
  return (
    <Card title={documents.fees} size="small">
      <ul className="lines">
        {FEE_SECTIONS.map((section) => {
          const path = `${section}.fee`;
          const fees = feesOf(valueAt(content, path));
          return fees === null ? null : (
            <FeeLine
              key={section}
              name={documents.feeNames[section]}
              fees={fees}
              change={(next) => change(withValueAt(content, path, next))}
            />
          );
        })}
      </ul>
    </Card>
  );
}
