const FAR = 2 ** 40;

/** False for the ends of an unbounded period. */
export function known(at: number): boolean {
  return Math.abs(at) < FAR;
}
