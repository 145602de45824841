import { useElementSize } from "@mantine/hooks";
import { useFormat } from "~/kit/format";
import classes from "./Histogram.module.css";
import drawing from "./drawing.module.css";
import { pressable } from "./pressable";

export interface Bar {
  share: number;
  low: number;
  high: number;
  told: string;
  /** Null where nobody stands. */
  press: (() => void) | null;
}

export interface Bin {
  key: string;
  /** Where it begins, as it stands under it. */
  name: string;
  bars: Bar[];
}

const HEIGHT = 190;
const LEFT = 42;
const FOOT = 24;
const LABEL = 46;
const NARROWEST = 26;

/** How customers are spread over a number: one bar a group for each bin, with its 95 % interval; a bar opens its customers. */
export function Histogram({ bins, label, axis }: { bins: Bin[]; label: string; axis: string }) {
  const format = useFormat();
  const { ref, width: space } = useElementSize();
  const width = Math.max(260, LEFT + bins.length * NARROWEST, space);
  const top = Math.min(1, Math.max(0.01, ...bins.flatMap(({ bars }) => bars.map(({ high }) => high))));
  const step = (width - LEFT) / Math.max(1, bins.length);
  const y = (share: number) => 8 + (1 - share / top) * HEIGHT;
  const every = Math.max(1, Math.ceil(LABEL / step));
  return (
    <div ref={ref} className={drawing.scroll} role="region" aria-label={label} tabIndex={0}>
      <svg className={drawing.drawing} width={width} height={HEIGHT + FOOT + 26} role="group" aria-label={label}>
        {[0, 0.5, 1].map((part) => (
          <g key={part}>
            <path className={classes.rule} d={`M${LEFT} ${y(part * top)}H${width}`} />
            <text className={drawing.count} x={LEFT - 6} y={y(part * top) + 4} textAnchor="end">{format.percent(part * top, 0)}</text>
          </g>
        ))}
        {bins.map(({ key, name, bars }, i) => {
          const wide = Math.max(4, Math.min(30, (step * 0.78) / bars.length));
          const x = LEFT + i * step + (step - wide * bars.length) / 2;
          return (
            <g key={key}>
              {bars.map(({ share, low, high, told, press }, group) => {
                const middle = x + wide * (group + 0.5);
                return (
                  <g key={group} className={press ? classes.column : undefined} data-group={group} {...(press ? pressable(told, press) : {})}>
                    <title>{told}</title>
                    <rect className={classes.catch} x={x + wide * group} y={8} width={wide} height={HEIGHT} />
                    {share > 0 && <rect className={classes.bar} data-group={group} x={x + wide * group + 0.5} y={y(share)} width={wide - 1} height={Math.max(1, y(0) - y(share))} rx="1.5" />}
                    {share > 0 && wide > 6 && <path className={classes.whisker} d={`M${middle} ${y(low)}V${y(high)}`} />}
                  </g>
                );
              })}
              {i % every === 0 && <text className={drawing.count} x={LEFT + i * step + step / 2} y={HEIGHT + FOOT} textAnchor="middle">{name}</text>}
            </g>
          );
        })}
        <text className={drawing.count} x={(LEFT + width) / 2} y={HEIGHT + FOOT + 20} textAnchor="middle">{axis}</text>
      </svg>
    </div>
  );
}
