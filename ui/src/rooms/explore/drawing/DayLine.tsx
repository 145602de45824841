import { useElementSize } from "@mantine/hooks";
import { usePeriodName } from "../useWritten";
import classes from "./DayLine.module.css";

interface DayLineProps {
  values: (number | null)[];
  /** The day of the first value, and the days between which it changed. */
  from: string;
  first: string;
  last: string | null;
  /** The usual level. */
  before: number;
  label: string;
}

const HEIGHT = 84;
const DAY = 86_400_000;

/** A figure day by day, its usual level, and the days on which it was another. */
export function DayLine({ values, from, first, last, before, label }: DayLineProps) {
  const named = usePeriodName();
  const { ref, width: space } = useElementSize();
  const width = Math.max(240, space);
  const top = Math.max(before, ...values.map((value) => value ?? 0)) * 1.08 || 1;
  const day = (date: string) => Math.round((Date.parse(date) - Date.parse(from)) / DAY);
  const x = (i: number) => (i / Math.max(1, values.length - 1)) * width;
  const y = (value: number) => 4 + (1 - value / top) * (HEIGHT - 8);
  const known = values.flatMap((value, i) => (value === null ? [] : [`${x(i).toFixed(1)} ${y(value).toFixed(1)}`]));
  const [a, b] = [day(first), last === null ? values.length - 1 : day(last)];
  return (
    <figure className={classes.days} ref={ref}>
      <svg viewBox={`0 0 ${width} ${HEIGHT}`} width={width} height={HEIGHT} role="img" aria-label={label}>
        <rect className={classes.run} x={Math.max(0, x(a - 0.5))} y="0" width={Math.max(2, x(b + 0.5) - x(a - 0.5))} height={HEIGHT} />
        <path className={classes.usual} d={`M0 ${y(before).toFixed(1)}H${width}`} />
        <path className={classes.line} d={`M${known.join("L")}`} />
      </svg>
      <figcaption><span>{named(from)}</span><span>{named(new Date(Date.parse(from) + (values.length - 1) * DAY).toISOString().slice(0, 10))}</span></figcaption>
    </figure>
  );
}
