import { Fragment } from 'react';

const CHINESE = new Intl.Segmenter('zh-CN', { granularity: 'word' });
/** What opens stays with what it opens. */
const OPENS = /[“‘（《【(]$/;

/** Chinese has no spaces: a line may break between words, never inside one, nor before a stop. */
export function WholeWords({ text }: { text: string }) {
  const parts: string[] = [];
  for (const { segment, isWordLike } of CHINESE.segment(text)) {
    const before = parts.at(-1);
    if (before === undefined || (isWordLike && !OPENS.test(before))) parts.push(segment);
    else parts.splice(-1, 1, before + segment);
  }
  let start = 0;
  const placed = parts.map((part) => {
    const at = start;
    start += part.length;
    return { part, at };
  });
  return (
    <span className="whole-words">
      {placed.map(({ part, at }) => (
        <Fragment key={at}>
          {at === 0 ? null : <wbr />}
          {part}
        </Fragment>
      ))}
    </span>
  );
}
