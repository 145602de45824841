import { useFormat } from "~/kit/format";
import classes from "./CoverageBar.module.css";

/** A share of a whole as a bar with its number. */
export function CoverageBar({ share, width = 84 }: { share: number; width?: number }) {
  const format = useFormat();
  return (
    <span className={classes.coverage}>
      <span className={classes.track} style={{ width }} aria-hidden="true">
        <span style={{ width: `${Math.round(share * 100)}%` }} />
      </span>
      <span className="number">{format.percent(share, share > 0.99 && share < 1 ? 1 : 0)}</span>
    </span>
  );
}
