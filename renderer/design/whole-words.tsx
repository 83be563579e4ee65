import { Fragment } from 'react';
import type { Language } from '../../src/contracts/view.ts';

/** Chinese has no spaces: names may break between words only, never inside one. */
export function WholeWords({ text, language = 'zh-CN' }: { text: string; language?: Language }) {
  const words = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)];
  return (
    <span className="whole-words">
      {words.map(({ segment, index }) => (
        <Fragment key={index}>
          {index === 0 ? null : <wbr />}
          {segment}
        </Fragment>
      ))}
    </span>
  );
}
