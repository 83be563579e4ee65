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
  /** A kiosk that one operator wants to mark as given up; gone once the second has spoken. */
  giving_up: { kiosk_id: string; reason: string; proposed_by: string; proposed_at: string };
  /** How far something that happens once for each row has come. */
  desk_cursor: { subject: string; up_to: string };
}
