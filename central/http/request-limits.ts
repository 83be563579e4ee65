/** An application's photo is at most 200,000 characters; 500 audit records are less. */
export const BODY_LIMIT_BYTES = 1024 * 1024;

/** Longest segment of an address that is taken for a parameter: keys have at most 100 characters. */
export const LONGEST_PARAMETER = 100;
