/** Orders of money, as the centre knows them, and the reference acquirer's own books. Amounts in fen. */
export interface PaymentTables {
  payment_order: {
    /** Idempotency key of the payment.create. */
    order_key: string;
    /** Name of the order at the acquirer. */
    order_id: string;
    receipt_reference: string;
    social_security_number: string;
    items: string;
    amount_fen: number;
    /** null until the acquirer answered that it has the order. */
    qr: string | null;
    created_at: string;
    expires_at: string;
    /** `asked`: nobody knows whether the acquirer has it. */
    state: 'asked' | 'open' | 'paid' | 'expired' | 'cancelled';
    /** When it was paid, expired or cancelled. */
    ended_at: string | null;
    /** When the sweep asks the acquirer about it again; null: never. */
    look_at: string | null;
  };
  payment_refund: {
    /** Key of the payment.refund, or `auto-` and the payment that came too late or twice. */
    refund_id: string;
    order_key: string;
    amount_fen: number;
    reason: RefundReason;
    automatic: number;
    /** `undecided`: asked for while nobody knew whether the order was paid. */
    state: 'undecided' | 'pending' | 'accepted' | 'declined';
    created_at: string;
    accepted_at: string | null;
  };
  /** Every movement of money, once. */
  payment_movement: {
    /** The acquirer's name of a payment, or the refund's id. */
    movement_id: string;
    order_key: string;
    direction: 'in' | 'out';
    amount_fen: number;
    recorded_at: string;
  };
  acquirer_order: {
    order_id: string;
    amount_fen: number;
    expires_at: string;
    state: 'open' | 'paid' | 'closed';
  };
  acquirer_movement: {
    movement_id: string;
    order_id: string;
    /** 1, 2, 3 … within the order. */
    sequence: number;
    direction: 'in' | 'out';
    amount_fen: number;
    moved_at: string;
  };
}

/** Why money goes back: asked for by a kiosk, or by itself because it came after the end or a second time. */
export type RefundReason =
  | 'service-not-delivered'
  | 'card-not-issued'
  | 'cancelled-after-payment'
  | 'paid-late'
  | 'paid-twice';
