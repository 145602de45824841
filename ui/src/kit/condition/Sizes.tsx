import type { SizeAt } from "~/api/types";
import { useFormat } from "~/kit/format";
import { useTexts } from "~/texts/texts";
import classes from "./panel.module.css";

const [WIDTH, HEIGHT, TOP] = [240, 56, 6];

/** How many a condition held of, week by week: from zero, so that a small change looks small. */
export function Sizes({ sizes }: { sizes: SizeAt[] }) {
  const { say } = useTexts();
  const format = useFormat();
  const [first, last] = [sizes[0], sizes.at(-1)];
  if (!first || !last || sizes.length < 2) return <p className={classes.faint}>{say("condition.weeks_none")}</p>;
  const most = Math.max(...sizes.map(({ customers }) => customers), 1);
  const x = (i: number) => 2 + (i / (sizes.length - 1)) * (WIDTH - 4);
  const y = (customers: number) => HEIGHT - 1 - (customers / most) * (HEIGHT - TOP - 1);
  const line = sizes.map(({ customers }, i) => `${i === 0 ? "M" : "L"}${x(i).toFixed(1)} ${y(customers).toFixed(1)}`).join("");
  const change = last.customers - first.customers;
  return (
    <figure className={classes.sizes}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={say("condition.weeks_label", { from: format.number(first.customers), first: format.date(first.at), to: format.number(last.customers), last: format.date(last.at) })}>
        <path d={`${line}L${x(sizes.length - 1)} ${HEIGHT}L${x(0)} ${HEIGHT}Z`} fill="var(--accent)" opacity="0.13" />
        <path d={line} fill="none" stroke="var(--accent)" strokeWidth="1.8" strokeLinejoin="round" strokeLinecap="round" vectorEffect="non-scaling-stroke" />
        {sizes.map(({ at, customers }, i) => (
          <rect key={at} x={x(i) - WIDTH / sizes.length / 2} y="0" width={WIDTH / sizes.length} height={HEIGHT} fill="transparent"><title>{`${format.date(at)}: ${format.number(customers)}`}</title></rect>
        ))}
        <circle cx={x(sizes.length - 1)} cy={y(last.customers)} r="3" fill="var(--accent)" />
      </svg>
      <figcaption>
        <span>{format.date(first.at)}</span>
        <strong className="number">{change === 0 ? say("condition.weeks_same") : say("condition.weeks_change", { change: format.signed(change, 0) })}</strong>
        <span>{format.date(last.at)}</span>
      </figcaption>
    </figure>
  );
}
