import type { z } from 'zod';
import { dayInShanghai } from '../calendar/calendar-day.ts';
import { DOCUMENT_CONTENTS, type DocumentKind } from '../contracts/configuration/document.ts';
import type { DocumentFault, PlainWords } from '../contracts/console/plain-words.ts';
import type { DraftDocument } from '../contracts/console/releases.ts';
import { codedWords } from './coded-values.ts';
import { crossCheckWords } from './cross-check-words.ts';
import { type Path, patternOf, placeWords } from './place-in-document.ts';
import { both, joined } from './plain-words.ts';

type Issue = z.core.$ZodIssue;

/** Everything wrong in a document before it may be saved, in an operator's words; empty: nothing. */
export function documentFaults(
  kind: DocumentKind,
  line: string,
  draft: DraftDocument,
  now: number,
): readonly DocumentFault[] {
  return [
    ...headerFaults(draft, now),
    ...lineFaults(kind, line, draft.content),
    ...contentFaults(kind, draft.content),
  ];
}

function headerFaults({ effectiveFrom, expiresAt }: DraftDocument, now: number): readonly DocumentFault[] {
  const from = Date.parse(effectiveFrom);
  const until = Date.parse(expiresAt);
  if (until <= from) {
    const says = both('失效时间：要晚于生效时间', 'Expiry: must be after the day from which it holds');
    return [{ path: 'expiresAt', says }];
  }
  if (until > now) return [];
  const says = both(
    `失效时间：${dayInShanghai(until)} 已经过去`,
    `Expiry: ${dayInShanghai(until)} is over already`,
  );
  return [{ path: 'expiresAt', says }];
}

/** A pack is told apart by its own name: it can't stand in another one's line. */
function lineFaults(kind: DocumentKind, line: string, content: unknown): readonly DocumentFault[] {
  if (kind !== 'policy-pack' || typeof content !== 'object' || content === null) return [];
  const id: unknown = 'id' in content ? content.id : undefined;
  if (id === undefined || id === line) return [];
  return [{ path: 'id', says: both(`政策包名称：应当是“${line}”`, `Name of the pack: must be “${line}”`) }];
}

/** What the schema of a kind refuses. */
export function contentFaults(kind: DocumentKind, content: unknown): readonly DocumentFault[] {
  const parsed = DOCUMENT_CONTENTS[kind].safeParse(content);
  if (parsed.success) return [];
  return parsed.error.issues.flatMap((issue) => fault(kind, content, issue));
}

function fault(kind: DocumentKind, content: unknown, issue: Issue): readonly DocumentFault[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      said(kind, content, [...path, key], both('系统不认识这一项', 'is not known here')),
    );
  }
  return [said(kind, content, path, issueWords(issue, patternOf(kind, path)))];
}

function said(kind: DocumentKind, content: unknown, path: Path, what: PlainWords): DocumentFault {
  const where = placeWords(kind, path, content);
  const at = where.zh === '' ? both('整份内容', 'The whole document') : where;
  return { path: path.join('.'), says: both(`${at.zh}：${what.zh}`, `${at.en}: ${what.en}`) };
}

const TYPES: Readonly<Record<string, PlainWords>> = {
  string: both('文字', 'a text'),
  number: both('数字', 'a number'),
  int: both('整数', 'a whole number'),
  boolean: both('是或否', 'yes or no'),
  array: both('列表', 'a list'),
  object: both('一组内容', 'a group of fields'),
  record: both('一组内容', 'a group of fields'),
};

function issueWords(issue: Issue, pattern: string): PlainWords {
  switch (issue.code) {
    case 'invalid_type': {
      if (issue.input === undefined && issue.message.includes('received undefined')) {
        return both('没有填', 'is missing');
      }
      const wanted = TYPES[issue.expected] ?? both(issue.expected, issue.expected);
      return both(`应当是${wanted.zh}`, `must be ${wanted.en}`);
    }
    case 'too_small': {
      const least = String(issue.minimum);
      if (issue.origin === 'string') return both(`至少 ${least} 个字`, `at least ${least} characters`);
      if (issue.origin === 'array') return both(`至少 ${least} 项`, `at least ${least} items`);
      return issue.inclusive === false
        ? both(`必须大于 ${least}`, `must be more than ${least}`)
        : both(`不能小于 ${least}`, `must not be below ${least}`);
    }
    case 'too_big': {
      const most = String(issue.maximum);
      if (issue.origin === 'string') return both(`最多 ${most} 个字`, `at most ${most} characters`);
      if (issue.origin === 'array') return both(`最多 ${most} 项`, `at most ${most} items`);
      return both(`不能大于 ${most}`, `must not be above ${most}`);
    }
    case 'invalid_value': {
      const choices = issue.values.map(String).map((code) => codedWords(pattern, code) ?? both(code, code));
      const list = joined(choices, both('、', ', '));
      return both(`只能是：${list.zh}`, `must be one of: ${list.en}`);
    }
    case 'invalid_format':
      return both('写法不对', 'is not written as agreed');
    case 'invalid_union':
      return both('不是可选的内容', 'is none of the choices');
    case 'invalid_key':
      return both('名称写法不对', 'the name is not written as agreed');
    case 'custom':
      return crossCheckWords(issue.message) ?? both(issue.message, issue.message);
    default:
      return both('不合规定', 'is not as agreed');
  }
}
