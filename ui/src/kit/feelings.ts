/** Five levels of feeling, 0 very negative … 4 very positive, from a value on −2…+2. */
export type Level = 0 | 1 | 2 | 3 | 4;

export const LEVELS: readonly Level[] = [0, 1, 2, 3, 4];

export function levelOf(value: number): Level {
  return Math.max(0, Math.min(4, Math.round(value) + 2)) as Level;
}

export function feelingColour(level: Level): string {
  return `var(--feeling-${level})`;
}
