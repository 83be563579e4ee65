/** Command APDUs of the social security card (protocols 1.2, 1.3, 1.7, 1.10). */

/** 社会保障 application: GBK "sx1.sh.社会保障". */
export const SSSE_AID = Uint8Array.from([
  0x73, 0x78, 0x31, 0x2e, 0x73, 0x68, 0x2e, 0xc9, 0xe7, 0xbb, 0xe1, 0xb1, 0xa3, 0xd5, 0xcf,
]);

export const PBOC_DEBIT_AID = Uint8Array.from([0xa0, 0x00, 0x00, 0x03, 0x33, 0x01, 0x01, 0x01]);
export const PBOC_CREDIT_AID = Uint8Array.from([0xa0, 0x00, 0x00, 0x03, 0x33, 0x01, 0x01, 0x02]);

/** A technician's card: proprietary RID (class F), "YKTT", version 1. Ours; no public table has it. */
export const TECHNICIAN_AID = Uint8Array.from([0xf0, 0x59, 0x4b, 0x54, 0x54, 0x01]);

/** Card issuer data. */
export const EF05 = 0xef05;
/** Holder data. */
export const EF06 = 0xef06;

/** Key id 0A of EXTERNAL AUTHENTICATE: RKSSSE, which opens the holder data of a 3.0 card. */
export const RKSSSE = 0x0a;

/** SELECT by name; no Le, so T=0 cards may answer 61xx. */
export const selectApplication = (aid: Uint8Array): Uint8Array =>
  Uint8Array.from([0x00, 0xa4, 0x04, 0x00, aid.length, ...aid]);

/** SELECT EF in the current application (P1 = 02). */
export const selectFile = (file: number): Uint8Array =>
  Uint8Array.from([0x00, 0xa4, 0x02, 0x00, 0x02, file >> 8, file & 0xff]);

/**
 * READ RECORD by tag in the current EF. Never by record number: 2.0 inserts 姓名扩展 as record 3, so the numbers
 * mean other things on other versions (protocols 1.3). Le counts tag and length too.
 */
export const readRecordByTag = (tag: number, dataLength: number): Uint8Array =>
  Uint8Array.from([0x00, 0xb2, tag, 0x00, dataLength + 2]);

/** READ RECORD 1 of a short file id: the form of the PBOC application. */
export const readFirstRecord = (shortFileId: number): Uint8Array =>
  Uint8Array.from([0x00, 0xb2, 0x01, (shortFileId << 3) | 0x04, 0x00]);

export const getChallenge = (length: number): Uint8Array => Uint8Array.from([0x00, 0x84, 0x00, 0x00, length]);

export const getResponse = (length: number): Uint8Array => Uint8Array.from([0x00, 0xc0, 0x00, 0x00, length]);

export const internalAuthenticate = (factor: Uint8Array, source: Uint8Array): Uint8Array =>
  Uint8Array.from([0x00, 0x88, 0x00, 0x00, factor.length + source.length, ...factor, ...source]);

/** INTERNAL AUTHENTICATE of a technician's card: case 4, Le 00 takes whatever there is. */
export const signChallenge = (challenge: Uint8Array): Uint8Array =>
  Uint8Array.from([0x00, 0x88, 0x00, 0x00, challenge.length, ...challenge, 0x00]);

export const externalAuthenticate = (keyId: number, data: Uint8Array): Uint8Array =>
  Uint8Array.from([0x00, 0x82, 0x00, keyId, data.length, ...data]);

/** The same command with another Le, for 6Cxx. A command that carries data gets Le appended (case 4). */
export function withExpectedLength(command: Uint8Array, length: number): Uint8Array {
  const carriesData = command.length > 5;
  const lc = command[4] ?? 0;
  const bare = carriesData ? command.slice(0, 5 + lc) : command.slice(0, 4);
  return Uint8Array.from([...bare, length]);
}
