import { isRecord } from '../../../src/releases/place-in-document.ts';

/** What stands at a dotted path of a document; undefined where the path leads nowhere. */
export function valueAt(content: unknown, path: string): unknown {
  let value = content;
  for (const segment of path.split('.')) {
    if (Array.isArray(value)) value = value[Number(segment)];
    else if (isRecord(value)) value = value[segment];
    else return undefined;
  }
  return value;
}

/** A copy of the document with another value at a path; undefined takes it away. Nothing else changes, not even order. */
export function withValueAt(content: unknown, path: string, value: unknown): unknown {
  const [segment = '', ...rest] = path.split('.');
  const put = (old: unknown) => (rest.length === 0 ? value : withValueAt(old, rest.join('.'), value));
  if (Array.isArray(content)) {
    return content.map((old, index) => (index === Number(segment) ? put(old) : old));
  }
  const fields = isRecord(content) ? content : {};
  const changed = { ...fields, [segment]: put(fields[segment]) };
  if (changed[segment] === undefined) delete changed[segment];
  return changed;
}
