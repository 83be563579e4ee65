import { type DeviceTrouble, deviceTrouble } from '../../src/ports/device-status.ts';
import { err, ok, type Result } from '../../src/result.ts';

/** Numbers are integers and enumerations; texts are names, keywords and addresses. Other syntaxes are left out. */
export type IppValue = number | boolean | string;

/** Tags of groups (RFC 8010 §3.5.1). */
export const IPP_GROUP = { operation: 0x01, job: 0x02, end: 0x03, printer: 0x04 } as const;
/** Tags of values (RFC 8010 §3.5.2) that are read. */
export const IPP_TAG = {
  integer: 0x21,
  boolean: 0x22,
  enumeration: 0x23,
  text: 0x41,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  naturalLanguage: 0x48,
  mimeMediaType: 0x49,
} as const;
const BEGIN_COLLECTION = 0x34;
const END_COLLECTION = 0x37;
const TEXT_TAGS = { from: 0x41, to: 0x49 } as const;

export interface IppGroup {
  readonly tag: number;
  readonly attributes: ReadonlyMap<string, readonly IppValue[]>;
}

/** A request or an answer; `code` is the operation or the status. */
export interface IppMessage {
  readonly code: number;
  readonly requestId: number;
  readonly groups: readonly IppGroup[];
  /** What follows the attributes: the document. */
  readonly data: Uint8Array;
}

class Cut extends Error {}

/** Reads forward and never past the end. */
class Cursor {
  readonly #view: DataView;
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  take(length: number): Uint8Array {
    if (this.#at + length > this.#bytes.length) throw new Cut('the message ends too early');
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  number(length: 1 | 2 | 4): number {
    const at = this.#at;
    this.take(length);
    if (length === 1) return this.#view.getUint8(at);
    return length === 2 ? this.#view.getUint16(at) : this.#view.getInt32(at);
  }

  rest(): Uint8Array {
    return this.#bytes.subarray(this.#at);
  }
}

/**
 * Reads an IPP message (RFC 8010 §3). Every length is checked against what is there, so that nonsense ends in
 * `bad-answer` and never in a loop. The package `ipp` only writes: its reader follows negative lengths backwards.
 */
export function parseIppMessage(bytes: Uint8Array): Result<IppMessage, DeviceTrouble> {
  const cursor = new Cursor(bytes);
  try {
    const major = cursor.number(1);
    cursor.number(1);
    if (major < 1 || major > 2) return bad('it is no IPP version 1 or 2');
    const code = cursor.number(2);
    const requestId = cursor.number(4);
    const groups: IppGroup[] = [];
    let tag = cursor.number(1);
    while (tag !== IPP_GROUP.end) {
      if (tag >= 0x10) return bad('a value stands outside a group');
      const attributes = new Map<string, IppValue[]>();
      const group = tag;
      tag = readGroup(cursor, attributes);
      groups.push({ tag: group, attributes });
    }
    return ok({ code, requestId, groups, data: cursor.rest() });
  } catch (cause) {
    if (cause instanceof Cut) return bad(cause.message);
    throw cause;
  }
}

const bad = (why: string) => err(deviceTrouble('bad-answer', `not a sound IPP message: ${why}`));

/** Fills one group; gives the tag that follows it. */
function readGroup(cursor: Cursor, attributes: Map<string, IppValue[]>): number {
  let values: IppValue[] | null = null;
  let depth = 0;
  for (;;) {
    const tag = cursor.number(1);
    if (tag < 0x10) return tag;
    const name = text(cursor.take(cursor.number(2)));
    const bytes = cursor.take(cursor.number(2));
    if (name !== '') {
      values = [];
      attributes.set(name, values);
    }
    if (tag === BEGIN_COLLECTION) depth += 1;
    else if (tag === END_COLLECTION) depth = Math.max(0, depth - 1);
    // Members of collections look like further values.
    else if (depth === 0) {
      const value = readValue(tag, bytes);
      if (value !== null) values?.push(value);
    }
  }
}

function readValue(tag: number, bytes: Uint8Array): IppValue | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (tag) {
    case IPP_TAG.integer:
    case IPP_TAG.enumeration:
      if (bytes.length !== 4) throw new Cut('a number is not four bytes long');
      return view.getInt32(0);
    case IPP_TAG.boolean:
      if (bytes.length !== 1) throw new Cut('a boolean is not one byte long');
      return view.getUint8(0) !== 0;
    default:
      return tag >= TEXT_TAGS.from && tag <= TEXT_TAGS.to ? text(bytes) : null;
  }
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Every value of an attribute in the first group of a kind; empty where it is missing. */
export function valuesOf(message: IppMessage, group: number, name: string): readonly IppValue[] {
  return message.groups.find(({ tag }) => tag === group)?.attributes.get(name) ?? [];
}
