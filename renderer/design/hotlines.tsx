import './hotlines.css';
import type { Hotline } from '../../src/contracts/fields.ts';
import { useKiosk } from '../frame/kiosk-context.ts';

/** Numbers people can call, large, with the hours somebody answers. */
export function Hotlines({ hotlines }: { hotlines: readonly Hotline[] }) {
  const { view } = useKiosk();
  return (
    <div className="hotlines">
      {hotlines.map((hotline) => (
        <div className="hotline" key={hotline.number}>
          <b>{hotline.number}</b>
          <span>{view.language === 'en' ? hotline.hours.en : hotline.hours.zh}</span>
        </div>
      ))}
    </div>
  );
}
