import { Card, InputNumber } from 'antd';
import { useTexts } from '../texts/language.ts';
import { valueAt, withValueAt } from './content-paths.ts';
import type { ContentProps } from './fee-editor.tsx';

const LIMITS = [
  'face.acceptAtMost',
  'face.refuseAbove',
  'face.tries',
  'mobile.codeTries',
  'identity.selfServiceAge',
  'certification.validMonths',
  'payment.expiresAfterSeconds',
  'timeouts.screenSeconds',
] as const;

/** Numbers of a pack that are set now and then. */
export function LimitEditor({ content, change }: ContentProps) {
  const { documents } = useTexts();
  return (
    <Card title={documents.limits} size="small">
      <ul className="lines">
        {LIMITS.map((path) => {
          const value = valueAt(content, path);
          return typeof value !== 'number' ? null : (
            <li key={path}>
              <span>{documents.limitNames[path]}</span>
              <InputNumber
                value={value}
                aria-label={documents.limitNames[path]}
                onChange={(next) => change(withValueAt(content, path, next ?? value))}
              />
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
