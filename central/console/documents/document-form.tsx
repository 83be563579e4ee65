import type { DocumentKind } from '../../../src/contracts/configuration/document.ts';
import { useTexts } from '../texts/language.ts';
import { type ContentProps, FeeEditor } from './fee-editor.tsx';
import { HotlineEditor } from './hotline-editor.tsx';
import { LimitEditor } from './limit-editor.tsx';
import { ServiceEditor } from './service-editor.tsx';
import { ThresholdEditor } from './threshold-editor.tsx';

/** The form for what is changed often; other kinds are changed as JSON. */
export function DocumentForm({ kind, ...content }: ContentProps & { readonly kind: DocumentKind }) {
  const { documents } = useTexts();
  switch (kind) {
    case 'policy-pack':
      return (
        <div className="stack">
          <FeeEditor {...content} />
          <ServiceEditor {...content} />
          <HotlineEditor {...content} />
          <LimitEditor {...content} />
        </div>
      );
    case 'thresholds':
      return <ThresholdEditor {...content} />;
    default:
      return <p className="quiet">{documents.formNot}</p>;
  }
}
