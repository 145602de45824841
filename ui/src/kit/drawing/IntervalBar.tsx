import classes from "./IntervalBar.module.css";

export interface Range {
  from: number;
  to: number;
}

/** A bar from zero to the value with its 95 % interval as a whisker, on a shared range. */
export function IntervalBar({ value, low, high, range, hit }: { value: number; low: number; high: number; range: Range; hit: boolean }) {
  const at = (x: number) => `${place(x, range)}%`;
  const zero = place(0, range);
  const left = Math.min(zero, place(value, range));
  const width = Math.abs(place(value, range) - zero);
  return (
    <span className={classes.track} aria-hidden="true">
      {range.from < 0 && <span className={classes.zero} style={{ left: `${zero}%` }} />}
      <span className={classes.bar} data-hit={hit} style={{ left: `${left}%`, width: `${Math.max(width, 0.8)}%` }} />
      <span className={classes.whisker} style={{ left: at(low), width: `${place(high, range) - place(low, range)}%` }} />
    </span>
  );
}

/** Where a value lies on a range, in percent, kept inside it. */
export function place(value: number, range: Range): number {
  const span = range.to - range.from || 1;
  return Math.max(0, Math.min(100, ((value - range.from) / span) * 100));
}

/** The range that shows all figures: feelings on −2…+2, others from zero (or the lowest) to the highest end of an interval. */
export function rangeOf(figures: { value: number; low: number; high: number }[], feeling: boolean): Range {
  if (feeling) return { from: -2, to: 2 };
  const to = Math.max(0, ...figures.map((f) => Math.max(f.value, f.high)));
  const from = Math.min(0, ...figures.map((f) => Math.min(f.value, f.low)));
  return from === 0 && to === 0 ? { from: 0, to: 1 } : { from, to };
}
