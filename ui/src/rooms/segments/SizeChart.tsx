import type { Segment, SizePoint } from "~/api/types";
import { useFormat } from "~/kit/format";
import { Card } from "~/kit/page/Page";
import { ErrorNote, Waiting } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import classes from "./segments.module.css";
import { useSizes } from "./useSegments";

const DAYS = 84;
const [WIDTH, HEIGHT, TOP] = [420, 120, 8];

/** How large a segment was, day by day; dashed where nobody counted then. */
export function SizeChart({ segment }: { segment: Segment }) {
  const { say } = useTexts();
  const found = useSizes(segment, DAYS, segment.state === "live");
  return (
    <Card title={say("segments.over_time")} hint={say("segments.over_time_hint", { days: DAYS })}>
      {found.error && <ErrorNote error={found.error} again={() => void found.refetch()} />}
      {segment.state === "computing" && <p className={classes.faint}>{say("segments.nobody_yet")}</p>}
      {segment.state === "live" && !found.data && !found.error && <Waiting rows={1} height={HEIGHT} />}
      {found.data && <Line points={found.data} />}
    </Card>
  );
}

function Line({ points }: { points: SizePoint[] }) {
  const { say } = useTexts();
  const format = useFormat();
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return <p className={classes.faint}>{say("segments.nobody_yet")}</p>;
  const most = Math.max(...points.map(({ size }) => size), 1);
  const x = (i: number) => 2 + (i / Math.max(1, points.length - 1)) * (WIDTH - 4);
  const y = (size: number) => HEIGHT - 1 - (size / most) * (HEIGHT - TOP - 1);
  const counted = points.findIndex(({ computed }) => !computed);
  const path = (from: number, to: number) => points.slice(from, to).map(({ size }, i) => `${i === 0 ? "M" : "L"}${x(from + i).toFixed(1)} ${y(size).toFixed(1)}`).join("");
  const split = counted < 0 ? points.length : counted;
  return (
    <figure className={classes.chart}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={say("condition.weeks_label", { from: format.number(first.size), first: format.date(first.at), to: format.number(last.size), last: format.date(last.at) })}>
        <path d={`${path(0, points.length)}L${x(points.length - 1)} ${HEIGHT}L${x(0)} ${HEIGHT}Z`} fill="var(--accent)" opacity="0.1" />
        <path d={path(0, Math.min(points.length, split + 1))} fill="none" stroke="var(--accent)" strokeWidth="1.6" strokeDasharray="4 3" vectorEffect="non-scaling-stroke" />
        {counted >= 0 && <path d={path(split, points.length)} fill="none" stroke="var(--accent)" strokeWidth="2" vectorEffect="non-scaling-stroke" />}
        {points.map(({ at, size, entered, left }, i) => (
          <rect key={at} x={x(i) - WIDTH / points.length / 2} y="0" width={WIDTH / points.length} height={HEIGHT} fill="transparent"><title>{say("segments.day", { at: format.date(at), size: format.number(size), entered: format.number(entered), left: format.number(left) })}</title></rect>
        ))}
      </svg>
      <figcaption>
        <span>{format.date(first.at)}</span>
        {split > 0 && <span>{say("segments.computed")}</span>}
        <span>{format.date(last.at)}</span>
      </figcaption>
    </figure>
  );
}
