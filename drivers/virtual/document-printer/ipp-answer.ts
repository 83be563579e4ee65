import { IPP_GROUP, IPP_TAG, type IppValue } from '../../document-printer/ipp-message.ts';

/** One attribute with its syntax; several values make a set. */
export interface AnswerAttribute {
  readonly name: string;
  readonly tag: keyof typeof IPP_TAG;
  readonly values: readonly IppValue[];
}

export interface AnswerGroup {
  readonly group: 'job' | 'printer';
  readonly attributes: readonly AnswerAttribute[];
}

/** The bytes of an answer (RFC 8010 §3.1), with the two attributes that every answer begins with. */
export function encodeAnswer(status: number, requestId: number, groups: readonly AnswerGroup[]): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt16BE(0x0200, 0);
  head.writeUInt16BE(status, 2);
  head.writeInt32BE(requestId, 4);
  return Buffer.concat([
    head,
    Buffer.of(IPP_GROUP.operation),
    attribute({ name: 'attributes-charset', tag: 'charset', values: ['utf-8'] }),
    attribute({ name: 'attributes-natural-language', tag: 'naturalLanguage', values: ['en'] }),
    ...groups.flatMap(({ group, attributes }) => [Buffer.of(IPP_GROUP[group]), ...attributes.map(attribute)]),
    Buffer.of(IPP_GROUP.end),
  ]);
}

function attribute({ name, tag, values }: AnswerAttribute): Buffer {
  const parts = values.map((value, index) =>
    Buffer.concat([
      Buffer.of(IPP_TAG[tag]),
      counted(Buffer.from(index === 0 ? name : '')),
      counted(bytesOf(value)),
    ]),
  );
  return Buffer.concat(parts);
}

function counted(bytes: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

function bytesOf(value: IppValue): Buffer {
  if (typeof value === 'string') return Buffer.from(value);
  if (typeof value === 'boolean') return Buffer.of(value ? 1 : 0);
  const number = Buffer.alloc(4);
  number.writeInt32BE(value);
  return number;
}
