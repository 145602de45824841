import type { Metric } from "~/api/types";
import { useFormat } from "~/kit/format";
import { Named } from "~/kit/names";
import { useCurrency } from "~/kit/selection/useChoices";
import { useTexts } from "~/texts/texts";
import classes from "./lanes.module.css";
import { NoData } from "./NoData";
import { item, type Place } from "./place";

export function MetricsCell(place: Place) {
  const { say } = useTexts();
  const { metrics } = place.stage;
  const written = useMetricText();
  if (metrics.length === 0) return <NoData place={place} text={say("lane.metrics_none")} />;
  return (
    <dl {...item(place)} className={classes.metrics}>
      {metrics.map((metric) => (
        <div key={metric.key}>
          <dt><Named name={metric.name} /></dt>
          <dd title={written.interval(metric)}>
            {written.value(metric)}
            {written.half(metric) && <small> {written.half(metric)}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A metric in its own unit, and its interval in words. */
export function useMetricText() {
  const { say } = useTexts();
  const format = useFormat();
  const currency = useCurrency();
  const write = (unit: Metric["unit"], value: number) => {
    if (unit === "share") return format.percent(value);
    if (unit === "seconds") return format.duration(value);
    if (unit === "money") return format.compactMoney(value, currency);
    return unit === "count" ? format.compact(value) : format.number(value, 1);
  };
  return {
    value: (metric: Metric) => write(metric.unit, metric.figure?.value ?? metric.value),
    half: (metric: Metric) => {
      if (!metric.figure || (metric.unit !== "share" && metric.unit !== "score")) return "";
      const half = (metric.figure.high - metric.figure.low) / 2;
      const size = metric.unit === "share" ? half * 100 : half;
      return size < 0.05 ? "" : `±${format.fixed(size, 1)}`;
    },
    interval: (metric: Metric) => {
      const figure = metric.figure;
      if (!figure) return undefined;
      return say("figure.interval", { low: write(metric.unit, figure.low), high: write(metric.unit, figure.high), n: format.number(figure.n) });
    },
  };
}
