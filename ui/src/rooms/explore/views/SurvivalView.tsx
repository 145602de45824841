import { useElementSize } from "@mantine/hooks";
import { useFormat } from "~/kit/format";
import { useSegmentName } from "~/kit/selection/useKeptSegments";
import { useTexts } from "~/texts/texts";
import drawing from "../drawing/drawing.module.css";
import { stairs } from "../drawing/stairs";
import { inSegments, SEGMENT } from "../groups";
import { useWritten } from "../useWritten";
import { rowsOf, type ViewProps } from "../view";
import classes from "./survival.module.css";

interface Point {
  group: string;
  time: number;
  share: number;
  low: number;
  high: number;
}

interface Group {
  group: string;
  customers: number;
  ended: number;
  open: number;
  median: number | null;
  low: number | null;
  high: number | null;
}

const SHOWN = 5;
const HEIGHT = 260;
const LEFT = 44;

/** For how many it has not ended yet as time goes by, group by group, with its interval. */
export function SurvivalView({ answer, step, stage, open, exploring }: ViewProps) {
  const { say } = useTexts();
  const format = useFormat();
  const write = useWritten({ step, stage });
  const by = exploring.ask?.by ?? "";
  const segment = useSegmentName(by.startsWith(SEGMENT));
  const called = (group: string) => (group === "all" ? say("selection.everyone") : by === "channel" ? write("channel", group) : by.startsWith(SEGMENT) ? inSegments(group, by, segment, say) : group || "–");
  const test = answer.test as { p: number } | null | undefined;
  const { ref, width: space } = useElementSize();
  const width = Math.max(280, Math.min(space || 700, 1000));
  const curve = rowsOf<Point>(answer, "curve");
  const groups = rowsOf<Group>(answer, "groups");
  const last = Math.max(1, ...curve.map(({ time }) => time));
  const unit = say(`explore.unit_of_${answer.unit === "hour" || answer.unit === "week" ? answer.unit : "day"}`);
  const x = (time: number) => LEFT + (time / last) * (width - LEFT - 12);
  const y = (share: number) => 8 + (1 - share) * HEIGHT;
  const line = (points: Point[], pick: (point: Point) => number) => stairs(points.map((point) => [x(point.time), y(pick(point))]), [x(0), y(1)]);
  return (
    <div ref={ref}>
      <svg className={drawing.drawing} width={width} height={HEIGHT + 46} role="img" aria-label={say("explore.survival_label")}>
        {[0, 0.25, 0.5, 0.75, 1].map((share) => (
          <g key={share}>
            <line className={classes.rule} x1={LEFT} x2={width - 12} y1={y(share)} y2={y(share)} />
            <text className={drawing.count} x={LEFT - 6} y={y(share) + 4} textAnchor="end">{format.percent(share, 0)}</text>
          </g>
        ))}
        {[0, 0.25, 0.5, 0.75, 1].map((part) => <text key={part} className={drawing.count} x={x(part * last)} y={HEIGHT + 26} textAnchor={part === 1 ? "end" : "middle"}>{format.number(part * last, last < 8 ? 1 : 0)}</text>)}
        <text className={drawing.count} x={width / 2} y={HEIGHT + 43} textAnchor="middle">{unit}</text>
        {groups.slice(0, SHOWN).map(({ group }, i) => {
          const points = curve.filter((point) => point.group === group);
          return (
            <g key={group} data-line={i} className={classes.line}>
              {points.length > 0 && <path className={classes.band} d={`${line(points, ({ high }) => high)}L${stairs([...points].map((point) => [x(point.time), y(point.low)] as [number, number]), [x(0), y(1)], true)}Z`} />}
              <path d={line(points, ({ share }) => share)} />
            </g>
          );
        })}
      </svg>
      <ul className={classes.groups}>
        {groups.map(({ group, customers, ended, median, low, high }, i) => (
          <li key={group}>
            <button type="button" className="plain" data-line={i < SHOWN ? i : undefined} onClick={() => open(groups.length > 1 ? { group } : {})}>
              <b>{called(group)}</b> {say("explore.survival_group", { customers: format.number(customers), ended: format.number(ended) })}
              {median !== null && <> · {say("explore.survival_median", { median: format.number(median, 1), low: low === null ? "?" : format.number(low, 1), high: high === null ? "?" : format.number(high, 1), unit })}</>}
            </button>
          </li>
        ))}
      </ul>
      {test && <p className={classes.test}>{say(test.p < 0.05 ? "explore.survival_differ" : "explore.survival_alike", { p: test.p < 0.001 ? `< ${format.number(0.001, 3)}` : `= ${format.number(test.p, 3)}`, customers: format.number(groups.reduce((sum, { customers }) => sum + customers, 0)) })}</p>}
    </div>
  );
}
