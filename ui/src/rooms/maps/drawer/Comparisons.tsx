import type { Comparison, Obstacle } from "~/api/types";
import { IntervalBar, rangeOf } from "~/kit/drawing/IntervalBar";
import { useFormat } from "~/kit/format";
import { Named, useName } from "~/kit/names";
import { useTexts } from "~/texts/texts";
import { useFigure } from "../effect";
import classes from "./drawer.module.css";

/** Groups beside each other on one range: value, interval, n. Grouped: those hit and the others under one label. */
export function Comparisons({ bars, outcome, grouped = false }: { bars: Comparison[]; outcome: Obstacle["outcome"]; grouped?: boolean }) {
  const { say } = useTexts();
  const format = useFormat();
  const name = useName();
  const written = useFigure();
  const range = rangeOf(bars.map((bar) => bar.figure), outcome === "rating");
  let last = "";
  return (
    <ul className={classes.comparisons}>
      {bars.map((bar, i) => {
        const { figure } = bar;
        const heading = grouped && name(bar.label) !== last;
        last = name(bar.label);
        return (
          <li key={`${last}${i}`}>
            {(!grouped || heading) && <span className={classes.barLabel}><Named name={bar.label} /></span>}
            <span className={classes.bar}>
              {grouped && <span className={classes.who}>{say(bar.hit ? "evidence.hit" : "evidence.others")}</span>}
              <IntervalBar {...figure} range={range} hit={bar.hit} />
              <span className={classes.figure} title={say("figure.interval", { low: written(outcome, figure.low), high: written(outcome, figure.high), n: format.number(figure.n) })}>
                <strong>{written(outcome, figure.value)}</strong> <small>n {format.number(figure.n)}</small>
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
