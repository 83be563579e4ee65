import { Alert, Input } from 'antd';
import { useState } from 'react';
import { useTexts } from '../texts/language.ts';
import type { ContentProps } from './fee-editor.tsx';

/** A document as text. Only whole JSON is taken over; until then the text says where it breaks. */
export function JsonEditor({ content, change }: ContentProps) {
  const { documents } = useTexts();
  const [text, setText] = useState(() => JSON.stringify(content, null, 2));
  const [trouble, setTrouble] = useState<string | null>(null);
  const typed = (next: string) => {
    setText(next);
    try {
      change(JSON.parse(next));
      setTrouble(null);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      setTrouble(error.message);
    }
  };
  return (
    <>
      <p className="quiet">{documents.jsonHint}</p>
      {trouble === null ? null : (
        <Alert type="error" showIcon className="trouble-line" title={documents.notJson(trouble)} />
      )}
      <Input.TextArea
        className="code-text"
        spellCheck={false}
        aria-label={documents.json}
        autoSize={{ minRows: 18, maxRows: 34 }}
        value={text}
        onChange={({ target }) => typed(target.value)}
      />
    </>
  );
}
