import classes from "./ShareBar.module.css";

/** A bar for a share of `most`, with its 95 % interval as a whisker. The number is written beside it. */
export function ShareBar({ value, low, high, most = 1, hit = false }: { value: number; low?: number | undefined; high?: number | undefined; most?: number; hit?: boolean }) {
  const at = (x: number) => `${Math.max(0, Math.min(1, x / (most || 1))) * 100}%`;
  return (
    <span className={classes.track} aria-hidden="true">
      <span className={classes.bar} data-hit={hit} style={{ width: at(value) }} />
      {low !== undefined && high !== undefined && high > low && <span className={classes.whisker} style={{ left: at(low), right: `calc(100% - ${at(high)})` }} />}
    </span>
  );
}
