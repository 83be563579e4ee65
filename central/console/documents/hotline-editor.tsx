import { Button, Card, Input } from 'antd';
import { z } from 'zod';
import { hotline } from '../../../src/contracts/fields.ts';
import { useTexts } from '../texts/language.ts';
import { valueAt, withValueAt } from './content-paths.ts';
import type { ContentProps } from './fee-editor.tsx';

/** Half typed numbers are let stand: the centre's check says what is wrong. */
const lines = z.array(z.looseObject({ number: z.string(), hours: hotline.shape.hours }));

/** Telephone numbers residents are given. */
export function HotlineEditor({ content, change }: ContentProps) {
  const { documents, releases } = useTexts();
  const hotlines = lines.safeParse(valueAt(content, 'hotlines'));
  if (!hotlines.success) return null;
  const put = (path: string, value: unknown) => change(withValueAt(content, path, value));
  return (
    <Card title={documents.hotlines} size="small">
      <div className="stack">
        {hotlines.data.map(({ number, hours }, index) => {
          const at = `hotlines.${index}`;
          return (
            <div key={at} className="row">
              <Input
                value={number}
                aria-label={documents.number}
                placeholder={documents.number}
                style={{ width: 160 }}
                onChange={({ target }) => put(`${at}.number`, target.value)}
              />
              <Input
                value={hours.zh}
                aria-label={documents.hoursZh}
                placeholder={documents.hoursZh}
                style={{ width: 280 }}
                onChange={({ target }) => put(`${at}.hours.zh`, target.value)}
              />
              <Input
                value={hours.en}
                aria-label={documents.hoursEn}
                placeholder={documents.hoursEn}
                style={{ width: 280 }}
                onChange={({ target }) => put(`${at}.hours.en`, target.value)}
              />
              <Button
                onClick={() =>
                  put(
                    'hotlines',
                    hotlines.data.filter((_, other) => other !== index),
                  )
                }
              >
                {releases.remove}
              </Button>
            </div>
          );
        })}
        <Button
          style={{ width: 160 }}
          onClick={() => put('hotlines', [...hotlines.data, { number: '', hours: { zh: '', en: '' } }])}
        >
          {documents.addHotline}
        </Button>
      </div>
    </Card>
  );
}
