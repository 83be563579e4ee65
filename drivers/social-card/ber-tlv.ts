import { err, ok, type Result } from '../../src/result.ts';

export interface TlvNode {
  /** One to three tag bytes as a number: 0x5A, 0x9F61. */
  readonly tag: number;
  readonly value: Uint8Array;
  /** Filled for constructed tags. */
  readonly children: readonly TlvNode[];
}

export type TlvTrouble = 'tlv-cut' | 'tlv-length' | 'tlv-too-deep';

const CONSTRUCTED = 0x20;
const LONG_TAG = 0x1f;
const MAX_DEPTH = 8;

/**
 * BER-TLV as cards use it (ISO 7816-4): tags of up to three bytes, lengths of up to two, 00 and FF between
 * objects skipped as padding. A search for bytes inside data can hit by chance, so this walks (protocols 6.5).
 */
export function parseTlv(bytes: Uint8Array, depth = 0): Result<TlvNode[], TlvTrouble> {
  if (depth > MAX_DEPTH) return err('tlv-too-deep');
  const nodes: TlvNode[] = [];
  let at = 0;
  while (at < bytes.length) {
    const first = bytes[at] ?? 0;
    if (first === 0x00 || first === 0xff) {
      at += 1;
      continue;
    }
    const head = parseHead(bytes, at);
    if (!head.ok) return head;
    const { tag, length, start } = head.value;
    if (start + length > bytes.length) return err('tlv-cut');
    const value = bytes.slice(start, start + length);
    const inner: Result<TlvNode[], TlvTrouble> = first & CONSTRUCTED ? parseTlv(value, depth + 1) : ok([]);
    if (!inner.ok) return inner;
    nodes.push({ tag, value, children: inner.value });
    at = start + length;
  }
  return ok(nodes);
}

/** First node with this tag, in reading order, at any depth. */
export function findTag(nodes: readonly TlvNode[], tag: number): Uint8Array | null {
  for (const node of nodes) {
    if (node.tag === tag) return node.value;
    const inner = findTag(node.children, tag);
    if (inner !== null) return inner;
  }
  return null;
}

function parseHead(
  bytes: Uint8Array,
  from: number,
): Result<{ tag: number; length: number; start: number }, TlvTrouble> {
  let at = from;
  const first = bytes[at] ?? 0;
  let tag = first;
  at += 1;
  if ((first & LONG_TAG) === LONG_TAG) {
    let more = true;
    while (more) {
      const byte = bytes[at];
      if (byte === undefined) return err('tlv-cut');
      if (at - from > 2) return err('tlv-length');
      tag = tag * 256 + byte;
      more = (byte & 0x80) !== 0;
      at += 1;
    }
  }
  const short = bytes[at];
  if (short === undefined) return err('tlv-cut');
  at += 1;
  if (short < 0x80) return ok({ tag, length: short, start: at });
  const count = short & 0x7f;
  if (count === 0 || count > 2) return err('tlv-length');
  if (at + count > bytes.length) return err('tlv-cut');
  let length = 0;
  for (let i = 0; i < count; i += 1) length = length * 256 + (bytes[at + i] ?? 0);
  return ok({ tag, length, start: at + count });
}
