/** Questions without effect: they may be asked again at any time. */
export {
  PIN_REFUSALS,
  type PinCheckAnswer,
  type PinRefusal,
  pinBlock,
  pinCheckAnswer,
  pinCheckRequest,
} from './activation.ts';
export {
  type CardKeyAnswer,
  type CardStatusAnswer,
  cardKeyAnswer,
  cardKeyRequest,
  cardStatusAnswer,
  cardStatusRequest,
  type ElectronicCardAnswer,
  electronicCardAnswer,
  electronicCardRequest,
} from './card-status.ts';
export { type ContactDataAnswer, contactDataAnswer, contactDataRequest } from './contact-data.ts';
export { type PaymentStatusAnswer, paymentStatusAnswer } from './payment.ts';
export {
  type PersonalisationAnswer,
  personalisationAnswer,
  personalisationAnswers,
  personalisationStart,
} from './personalisation.ts';
export {
  APPLICATION_FAILURES,
  APPLICATION_STEPS,
  type ResidentApplicationsAnswer,
  residentApplicationsAnswer,
  residentApplicationsRequest,
} from './progress.ts';
export {
  type ContributionRecordsAnswer,
  contributionRecordsAnswer,
  contributionRecordsRequest,
  type InsuranceRecordsAnswer,
  insuranceRecordsAnswer,
  insuranceRecordsRequest,
} from './records.ts';
export {
  type EligibilityAnswer,
  eligibilityAnswer,
  eligibilityRequest,
  photoOnFileAnswer,
  photoOnFileRequest,
  type ResidentCardAnswer,
  residentCardAnswer,
  residentCardRequest,
} from './resident-card.ts';
export {
  type SmsCodeAnswer,
  type SmsVerificationAnswer,
  smsCodeAnswer,
  smsCodeRequest,
  smsVerificationAnswer,
  smsVerificationRequest,
} from './sms-code.ts';
