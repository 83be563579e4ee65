import { customPinyin, pinyin } from 'pinyin-pro';

// Words of this subject that the library reads the other way.
customPinyin({ 跨行: 'kuà háng' });

/** First letters of a question's pinyin, digits and Latin letters as they are: `卡丢了怎么挂失？` → `kdlzmgs`. */
export const initialsOf = (question: string): string =>
  pinyin(question.normalize('NFKC'), {
    pattern: 'first',
    toneType: 'none',
    type: 'array',
    nonZh: 'consecutive',
  })
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

interface QuestionAndInitials {
  question: { zh: string };
  initials: string;
}

/** The text of a file of `assets/help` with the initials its questions have. */
export function withInitials(json: string): string {
  const file = JSON.parse(json) as { topics: QuestionAndInitials[] };
  const topics = file.topics.map((topic) => ({ ...topic, initials: initialsOf(topic.question.zh) }));
  return `${JSON.stringify({ ...file, topics }, null, 2)}\n`;
}
