import { Card, InputNumber } from 'antd';
import { maintenanceThresholds } from '../../../src/contracts/configuration/small-documents.ts';
import { NAMES_OF_KIND } from '../../../src/releases/document-names.ts';
import { useSaid, useTexts } from '../texts/language.ts';
import { valueAt, withValueAt } from './content-paths.ts';
import type { ContentProps } from './fee-editor.tsx';

const FIELDS = Object.keys(maintenanceThresholds.shape);

/** Figures at which kiosks raise alarms; what is left empty stays as shipped. */
export function ThresholdEditor({ content, change }: ContentProps) {
  const { documents } = useTexts();
  const saying = useSaid();
  return (
    <Card title={documents.thresholds} size="small">
      <ul className="lines">
        {FIELDS.map((field) => {
          const value = valueAt(content, field);
          const name = NAMES_OF_KIND.thresholds[field];
          const label = name === undefined ? field : saying(name);
          return (
            <li key={field}>
              <span>{label}</span>
              <InputNumber
                value={typeof value === 'number' ? value : null}
                aria-label={label}
                style={{ width: 160 }}
                onChange={(next) => change(withValueAt(content, field, next ?? undefined))}
              />
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
