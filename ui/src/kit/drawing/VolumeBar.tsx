import { useFormat } from "~/kit/format";
import tables from "~/kit/page/table.module.css";

/** A number in a table with a bar behind it, as long as its share of the largest one. */
export function VolumeBar({ value, most }: { value: number; most: number }) {
  const format = useFormat();
  return (
    <span className={tables.volume}>
      <span aria-hidden="true" style={{ width: `${value === 0 ? 0 : Math.max(1, (value / most) * 100)}%` }} />
      <span className="number">{format.number(value)}</span>
    </span>
  );
}
