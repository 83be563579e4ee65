import { Descriptions } from 'antd';
import type { KioskAnswer } from '../../../src/contracts/console/fleet.ts';
import { useTexts } from '../texts/language.ts';
import { momentText } from '../texts/moments.ts';

/** Since when it belongs to the fleet, and how long it can prove it. */
export function CertificatesTab({ answer }: { readonly answer: KioskAnswer }) {
  const { kiosks, words } = useTexts();
  const { kiosk, certificateEndsAt, rootVersion } = answer;
  return (
    <Descriptions
      size="small"
      column={1}
      items={[
        { key: 'enrolled', label: kiosks.enrolled, children: momentText(kiosk.enrolledAt) },
        {
          key: 'ends',
          label: kiosks.certificateEnds,
          children: certificateEndsAt === null ? words.unknown : momentText(certificateEndsAt),
        },
        { key: 'root', label: kiosks.rootVersion, children: rootVersion ?? words.none },
      ]}
    />
  );
}
