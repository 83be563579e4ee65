import type { DocumentKind } from '../../../src/contracts/configuration/document.ts';
import type { DraftDocument } from '../../../src/contracts/console/releases.ts';
import { KIND_NAMES } from '../../../src/releases/document-names.ts';
import { releaseReading } from '../api/releases.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { Page, Shown } from '../frame/page.tsx';
import { useSaid, useTexts } from '../texts/language.ts';
import { DocumentEditor } from './document-editor.tsx';

/** A document that was shipped says nothing of its days: it begins now and may be begun with for a year. */
const GOOD_FOR_MS = 365 * 24 * 60 * 60_000;

/** Changes one document of a draft, beginning from the draft's own or the newest there is. */
export function DocumentPage({
  releaseId,
  kind,
  line,
}: {
  readonly releaseId: string;
  readonly kind: DocumentKind;
  readonly line: string;
}) {
  const { documents } = useTexts();
  const saying = useSaid();
  const key = `${releaseId} ${kind} ${line}`;
  const release = useLoaded((reader) => releaseReading(reader).release(releaseId), `release ${key}`, null);
  const newest = useLoaded(
    (reader) => releaseReading(reader).document({ kind, line }),
    `newest ${key}`,
    null,
  );
  return (
    <Page name="release" of={documents.editTitle(saying(KIND_NAMES[kind]), line)}>
      <Shown loaded={release}>
        {(value) => (
          <Shown loaded={newest}>
            {(current) => {
              const own = value.documents.find((one) => one.kind === kind && one.line === line);
              const now = Date.now();
              const { effectiveFrom, expiresAt, regions, models, content } = own ?? current;
              const begin: DraftDocument = {
                effectiveFrom: own === undefined ? new Date(now).toISOString() : (effectiveFrom ?? ''),
                expiresAt: own === undefined ? new Date(now + GOOD_FOR_MS).toISOString() : (expiresAt ?? ''),
                regions,
                models,
                content,
              };
              return (
                <>
                  <p className="quiet">{documents.startsFrom(own?.comparedWith ?? current.version)}</p>
                  <DocumentEditor key={key} release={value} name={{ kind, line }} begin={begin} />
                </>
              );
            }}
          </Shown>
        )}
      </Shown>
    </Page>
  );
}
