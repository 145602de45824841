import type { Overview } from "~/api/types";
import { Face } from "~/kit/drawing/Face";
import { levelOf } from "~/kit/feelings";
import { useFormat } from "~/kit/format";
import { useTexts } from "~/texts/texts";
import classes from "./FeelingTrend.module.css";
import { trend } from "./trend";

const HEIGHT = 150;

/** Mean feeling by month with its interval; the same figures as a table below. */
export function FeelingTrend({ months }: { months: Overview["feelings"] }) {
  const { say } = useTexts();
  const format = useFormat();
  const measured = months.flatMap((month) => (month.feeling ? [{ at: month.starts_at, ...month.feeling }] : []));
  if (measured.length === 0) return <p className={classes.none}>{say("overview.feeling_none")}</p>;
  const drawn = trend(months.map((month) => month.feeling), HEIGHT);
  const every = Math.ceil(months.length / 6);
  return (
    <figure className={classes.figure}>
      <div className={classes.chart} style={{ height: HEIGHT }}>
        <ol className={classes.axis} aria-hidden="true">
          {drawn.ticks.map((tick) => (
            <li key={tick.value} style={{ top: tick.y }}>{format.signed(tick.value, drawn.digits)}</li>
          ))}
        </ol>
        <svg viewBox={`0 0 1000 ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
          {drawn.ticks.map((tick) => (
            <line key={tick.value} className={classes.grid} data-zero={tick.value === 0} x1={0} x2={1000} y1={tick.y} y2={tick.y} />
          ))}
          <path className={classes.band} d={drawn.band} />
          <path className={classes.line} d={drawn.line} />
        </svg>
        {drawn.points.map((point, i) => {
          const month = months[i];
          return point && month?.feeling ? (
            <span key={month.starts_at} className={classes.point} style={{ left: `calc(46px + (100% - 46px) * ${point.x / 1000})`, top: point.y }} title={`${format.month(month.starts_at)}: ${format.signed(month.feeling.value, 2)} (${format.signed(month.feeling.low, 2)} … ${format.signed(month.feeling.high, 2)}), n ${format.number(month.feeling.n)}`}>
              <Face level={levelOf(month.feeling.value)} size={16} hollow={month.weak} />
            </span>
          ) : null;
        })}
      </div>
      <ol className={classes.months} aria-hidden="true">
        {months.map((month, i) => (
          <li key={month.starts_at}>{(months.length - 1 - i) % every === 0 ? format.month(month.starts_at) : ""}</li>
        ))}
      </ol>
      <details className={classes.table}>
        <summary>{say("overview.table")}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{say("overview.month")}</th>
              <th scope="col">{say("overview.mean")}</th>
              <th scope="col">{say("feeling.interval")}</th>
              <th scope="col">n</th>
            </tr>
          </thead>
          <tbody>
            {measured.map((month) => (
              <tr key={month.at}>
                <th scope="row">{format.month(month.at)}</th>
                <td>{format.signed(month.value, 2)}</td>
                <td>{format.signed(month.low, 2)} … {format.signed(month.high, 2)}</td>
                <td>{format.number(month.n)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
