/** What the fleet desk keeps beside what kiosks say of themselves. */
export interface FleetDeskTables {
  /** INV-5: cards in kiosks' bins, as last told; in the order they were told. */
  kept_card: {
    kiosk_id: string;
    position: number;
    /** Masked. */
    card: string;
    place: string;
    reason: string;
    since: string;
    reference: string | null;
  };
  /** Used up on one day in Asia/Shanghai, by the kiosk's audit trail. */
  daily_use: {
    day: string;
    kiosk_id: string;
    /** Blanks taken from the stack. */
    cards: number;
    /** Receipts and slips printed. */
    receipts: number;
  };
  /** Sessions of one day in a region, where kiosks stood when they told: the sum of their parts. `''`: no region. */
  figure_total: {
    day: string;
    region: string;
    service: string;
    disposition: string;
    /** Kiosks add to the part they belong to, so that they do not wait for one another. */
    part: number;
    sessions: number;
    seconds: number;
  };
  /** What is used up within the days the front page looks ahead, as last forecast. */
  running_out: {
    kiosk_id: string;
    what: 'blanks' | 'paper';
    left: number;
    /** Tenths; null: too little is known, and nothing is left. */
    tenths_per_day: number | null;
    day: string;
  };
  /** A kiosk that one operator wants to mark as given up; gone once the second has spoken. */
  giving_up: { kiosk_id: string; reason: string; proposed_by: string; proposed_at: string };
  /** How far something that happens once for each row has come. */
  desk_cursor: { subject: string; up_to: string };
}
