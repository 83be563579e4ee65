/** Cards being written, and codes of electronic cards. */
export interface PersonalisationTables {
  personalisation: {
    personalisation_id: string;
    request_key: string;
    started_at: string;
    /** `superseded`: another blank was taken for the same request, so this one is dead. */
    state: 'greeted' | 'scripted' | 'written' | 'refused' | 'superseded';
    /** Hex; public values of the session, whose keys are made from them and the master key when needed. */
    host_challenge: string;
    blank_serial: string | null;
    card_challenge: string | null;
    /** What this card will be (JSON of CardData, without the photo). */
    card_data: string;
    card_id: string;
    card_number: string;
    account_number: string;
    /** SHA-256 of the answers that led here: the same answers again get the same step. */
    answers_digest: string | null;
    refusal: 'wrong-card' | 'bad-answer' | null;
  };
  electronic_card_code: {
    /** Keyed digest: the code itself is only ever on its owner's phone. */
    code_digest: string;
    social_security_number: string;
    expires_at: string;
  };
}
