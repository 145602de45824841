/** A share with its 95 % interval, and of how many. */
export interface Share {
  value: number;
  low: number;
  high: number;
  n: number;
}

const Z = 1.959963984540054;

/** `part` of `n` with the interval of Wilson (1927), the one that the server's methods use for shares too. */
export function wilson(part: number, n: number): Share | null {
  if (n <= 0) return null;
  const p = part / n;
  const z2 = Z * Z;
  const middle = (p + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z / (1 + z2 / n)) * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  return { value: p, low: part === 0 ? 0 : Math.max(0, middle - half), high: part === n ? 1 : Math.min(1, middle + half), n };
}
