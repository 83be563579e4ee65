import { Alert, Button } from 'antd';
import { useState } from 'react';
import { releaseReading } from '../api/releases.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { Page, Shown } from '../frame/page.tsx';
import { addressOf } from '../frame/route.ts';
import { useSaid, useTexts } from '../texts/language.ts';
import { KeyCard } from './key-card.tsx';
import type { OpenOfficeKey } from './office-key.ts';
import { PayloadCard } from './payload-card.tsx';

/** An office signs a release with its key, which stays in this browser. */
export function SigningPage({ releaseId }: { readonly releaseId: string }) {
  const { documents } = useTexts();
  const { signing } = documents;
  const saying = useSaid();
  const [opened, setOpened] = useState<OpenOfficeKey | null>(null);
  const loaded = useLoaded(
    (reader) => releaseReading(reader).payloads(releaseId),
    `payloads ${releaseId}`,
    'releases',
  );
  return (
    <Page
      name="release"
      of={signing.title(releaseId)}
      acts={<Button href={addressOf(['releases', releaseId])}>{documents.back}</Button>}
    >
      <div className="stack">
        <Alert type="info" showIcon title={signing.text} />
        <KeyCard opened={opened} open={setOpened} />
        <Shown loaded={loaded}>
          {(answer) =>
            !answer.done ? (
              <Alert type="warning" showIcon title={saying(answer.says)} />
            ) : answer.payloads.length === 0 ? (
              <p className="quiet">{signing.nothing}</p>
            ) : (
              answer.payloads.map((one) => (
                <PayloadCard
                  key={one.payloadSha256}
                  releaseId={releaseId}
                  one={one}
                  opened={opened}
                  again={loaded.again}
                />
              ))
            )
          }
        </Shown>
      </div>
    </Page>
  );
}
