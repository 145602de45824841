import { useElementSize } from "@mantine/hooks";
import { useFormat } from "~/kit/format";
import drawing from "./drawing.module.css";
import { pressable } from "./pressable";
import classes from "./Columns.module.css";

export interface Column {
  key: string;
  name: string;
  share: number | null;
  low?: number | undefined;
  high?: number | undefined;
  /** Not to be compared yet. */
  open: boolean;
  told: string;
  press: () => void;
}

const HEIGHT = 150;
const LEFT = 42;
const FOOT = 22;
const LABEL = 64;

/** Shares one after another in time, each with its interval; one opens its customers. */
export function Columns({ columns, label }: { columns: Column[]; label: string }) {
  const format = useFormat();
  const { ref, width: space } = useElementSize();
  const width = Math.max(260, space);
  const top = Math.min(1, Math.max(0.01, ...columns.map(({ share, high }) => high ?? share ?? 0)));
  const step = (width - LEFT) / Math.max(1, columns.length);
  const y = (share: number) => 8 + (1 - share / top) * HEIGHT;
  const every = Math.max(1, Math.ceil(LABEL / step));
  return (
    <div ref={ref}>
      <svg className={drawing.drawing} width={width} height={HEIGHT + FOOT + 8} role="group" aria-label={label}>
        {[0, 0.5, 1].map((part) => (
          <g key={part}>
            <path className={classes.rule} d={`M${LEFT} ${y(part * top)}H${width}`} />
            <text className={drawing.count} x={LEFT - 6} y={y(part * top) + 4} textAnchor="end">{format.percent(part * top, 0)}</text>
          </g>
        ))}
        {columns.map(({ key, name, share, low, high, open, told, press }, i) => {
          const x = LEFT + i * step;
          const wide = Math.max(2, Math.min(44, step * 0.7));
          const left = x + (step - wide) / 2;
          return (
            <g key={key}>
              {share !== null && (
                <g className={classes.column} data-open={open} {...pressable(told, press)}>
                  <title>{told}</title>
                  <rect className={classes.catch} x={x} y={8} width={step} height={HEIGHT} />
                  <rect className={classes.bar} x={left} y={y(share)} width={wide} height={Math.max(1, y(0) - y(share))} rx="2" />
                  {low !== undefined && high !== undefined && <path className={classes.whisker} d={`M${x + step / 2} ${y(low)}V${y(high)}`} />}
                </g>
              )}
              {i % every === 0 && <text className={drawing.count} x={x + step / 2} y={HEIGHT + FOOT + 2} textAnchor="middle">{name}</text>}
            </g>
          );
        })}
      </svg>
    </div>
  );
}
