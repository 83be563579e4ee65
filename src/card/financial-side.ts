/** States of the financial side of a card (services.md "The card"). */
export const FINANCIAL_STATES = ['locked', 'active', 'pin-locked', 'closed'] as const;
export type FinancialState = (typeof FINANCIAL_STATES)[number];
