import { Card, Switch } from 'antd';
import { z } from 'zod';
import { serviceId } from '../../../src/contracts/service.ts';
import { useTexts } from '../texts/language.ts';
import { valueAt, withValueAt } from './content-paths.ts';
import type { ContentProps } from './fee-editor.tsx';

const entries = z.array(z.looseObject({ service: serviceId, enabled: z.boolean() }));

/** Which services the pack offers. */
export function ServiceEditor({ content, change }: ContentProps) {
  const { documents, words } = useTexts();
  const services = entries.safeParse(valueAt(content, 'services'));
  if (!services.success) return null;
  return (
    <Card title={documents.services} size="small">
      <p className="quiet">{documents.servicesHint}</p>
      <div className="tiles">
        {services.data.map(({ service, enabled }, index) => (
          <div key={service} className="row">
            <Switch
              aria-label={words.services[service]}
              checked={enabled}
              checkedChildren={documents.open}
              unCheckedChildren={documents.closed}
              onChange={(next) => change(withValueAt(content, `services.${index}.enabled`, next))}
            />
            {words.services[service]}
          </div>
        ))}
      </div>
    </Card>
  );
}
