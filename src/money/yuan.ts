const FEN_PER_YUAN = 100;

/** `123450` fen → `1234.50`; the unit is a word of its language. */
export const yuanOf = (amountFen: number): string => (amountFen / FEN_PER_YUAN).toFixed(2);
