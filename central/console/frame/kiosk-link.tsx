import { addressOf } from './route.ts';

/** A kiosk's name that leads to its page; halls have long names, so it is broken before it widens a table. */
export function KioskLink({
  kioskId,
  name,
  tab,
}: {
  readonly kioskId: string;
  readonly name: string | null;
  readonly tab?: string;
}) {
  return (
    <a className="kiosk-name" href={addressOf(['kiosks', kioskId], tab === undefined ? {} : { tab })}>
      {name ?? kioskId}
    </a>
  );
}
