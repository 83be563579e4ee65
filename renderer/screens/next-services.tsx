import './refusal.css';
import type { ServiceId } from '../../src/contracts/service.ts';
import { Button } from '../design/button.tsx';
import { useCan, useKiosk, useWords } from '../frame/kiosk-context.ts';
import { ServiceIcon } from '../illustrations/service-icons.tsx';

/** Services that fit next, one touch each; nothing where the view does not allow it. */
export function NextServices({ head, services }: { head: string | null; services: readonly ServiceId[] }) {
  const { home } = useWords();
  const { send } = useKiosk();
  const can = useCan();
  if (services.length === 0 || !can('choose-service')) return null;
  return (
    <>
      {head === null ? null : <p className="section-head">{head}</p>}
      <div className="instead">
        {services.map((service) => (
          <Button
            key={service}
            className="service"
            act="choose-service"
            data={{ 'data-service': service }}
            onPress={() => send({ type: 'choose-service', service })}
          >
            <ServiceIcon service={service} />
            {home.services[service].name}
          </Button>
        ))}
      </div>
    </>
  );
}
