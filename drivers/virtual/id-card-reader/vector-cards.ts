import { day } from '../../../src/calendar/calendar-day.ts';
import type { IdentityDocument } from '../../../src/identity/document.ts';
import type { Portrait } from '../../../src/ports/id-card-reader.ts';

/** The invented people of the public vectors (protocols 6.1, 6.2): the division 460199 is not assigned. */
export const VECTOR_DOCUMENTS = {
  id_A: {
    kind: 'resident-id-card',
    name: '试验甲',
    sex: 'female',
    ethnicGroup: '19',
    birthDate: day('1990-01-01'),
    address: '海南省测试市样例区虚构路1号',
    number: '460199199001010029',
    issuer: '测试市公安局样例分局',
    validFrom: day('2020-06-01'),
    validTo: day('2030-06-01'),
  },
  id_B_J: {
    kind: 'hmt-residence-permit',
    name: '试验乙',
    sex: 'male',
    ethnicGroup: null,
    birthDate: day('1990-02-02'),
    address: '海南省测试市样例区虚构路2号',
    number: '810000199002020016',
    issuer: '测试市公安局样例分局',
    validFrom: day('2021-07-01'),
    validTo: day('2026-07-01'),
    permitNumber: 'H00000000',
    issueCount: '01',
  },
  id_C_I: {
    kind: 'foreigner-permit-2017',
    name: '试验丙',
    sex: 'male',
    ethnicGroup: null,
    birthDate: day('1981-08-03'),
    address: '',
    number: 'CAN110019810803',
    issuer: '1500',
    validFrom: day('2018-01-01'),
    validTo: day('2028-01-01'),
    foreignName: 'SPECIMEN, TEST PERSON',
    nationality: 'CAN',
  },
  id_D_Y: {
    kind: 'foreigner-permit-2023',
    name: '试验丁',
    sex: 'female',
    ethnicGroup: null,
    birthDate: day('1981-08-03'),
    address: '',
    number: '911124198108030024',
    issuer: '国家移民管理局',
    validFrom: day('2023-12-01'),
    validTo: day('2033-12-01'),
    foreignName: 'SPECIMEN, TEST PERSON NEW',
    nationality: 'CAN',
    issueCount: '01',
  },
  id_L_longterm: {
    kind: 'resident-id-card',
    name: '试验戊',
    sex: 'male',
    ethnicGroup: '01',
    birthDate: day('1960-01-01'),
    address: '海南省测试市样例区虚构路5号',
    number: '460199196001010033',
    issuer: '测试市公安局样例分局',
    validFrom: day('2020-06-01'),
    validTo: null,
  },
} as const satisfies Record<string, IdentityDocument>;

/** The smallest thing that passes for a picture: nobody's face. */
export const VECTOR_PORTRAIT: Portrait = {
  mediaType: 'image/bmp',
  bytes: Uint8Array.from(Buffer.from('BM: a picture of nobody')),
};
