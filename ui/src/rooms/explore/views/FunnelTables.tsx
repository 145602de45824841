import { rangeOf } from "~/kit/drawing/IntervalBar";
import { useFormat } from "~/kit/format";
import { useSegmentName } from "~/kit/selection/useKeptSegments";
import { useTexts } from "~/texts/texts";
import { Columns } from "../drawing/Columns";
import { type Line, Ranked } from "../drawing/Ranked";
import { SEGMENT } from "../groups";
import { usePeriodName, useWritten } from "../useWritten";
import { rowsOf, type ViewProps } from "../view";
import classes from "./views.module.css";

interface Group {
  group: string;
  step: string;
  customers?: number;
  entries?: number;
  share: number | null;
  low?: number;
  high?: number;
}

interface Period {
  from: string;
  entered: number;
  finished: number;
  share: number | null;
  low?: number;
  high?: number;
  settled: boolean | null;
}

interface Difference {
  difference: number;
  low: number;
  high: number;
  p_adjusted: number;
  share: number;
}

type Against = Difference & { step: string; against_share: number };
type Why = Difference & { what: string; value: string; n: number; stopped: number; other_share: number };

/** What else was asked of a funnel: its groups, its trend, the other side, the reasons, the times. */
export function FunnelTables(props: ViewProps) {
  return (
    <>
      <Groups {...props} />
      <Trend {...props} />
      <AgainstOthers {...props} />
      <Reasons {...props} />
      <Times {...props} />
    </>
  );
}

function Part({ title, note, lines, ...rest }: { title: string; note?: string; lines: Line[]; open: ViewProps["open"]; hit?: boolean; range?: { from: number; to: number } }) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h3 className={classes.title}>{title}</h3>
      {note && <p className={classes.lead}>{note}</p>}
      <Ranked lines={lines} {...rest} />
    </section>
  );
}

/** The share of every group that got to the end, most customers first. */
function Groups({ answer, step, stage, open, exploring }: ViewProps) {
  const { say } = useTexts();
  const format = useFormat();
  const write = useWritten({ step, stage });
  const by = exploring.ask?.by ?? "";
  const segment = useSegmentName(by.startsWith(SEGMENT));
  const named = (group: string) => (by.endsWith("channel") ? write("channel", group) : by.startsWith(SEGMENT) ? segment(group) : group);
  const none = by.startsWith(SEGMENT) ? say("explore.group_outside") : say("explore.group_none");
  const rows = rowsOf<Group>(answer, "groups");
  const last = rowsOf(answer, "steps").length;
  const lines = rows.filter((_, i) => i % Math.max(1, last) === last - 1).map((row) => {
    const began = rows.find((each) => each.group === row.group);
    return {
      key: row.group,
      label: row.group === "–" ? none : row.group === "…" ? say("explore.group_others") : named(row.group),
      value: format.number(row.customers ?? row.entries ?? 0),
      note: say("explore.of_told", { value: format.number(began?.customers ?? began?.entries ?? 0) }),
      figure: row.share === null ? null : { value: row.share, low: row.low ?? null, high: row.high ?? null },
      where: { step: String(last), group: row.group },
    };
  });
  return <Part title={say("explore.rows_groups")} note={say("explore.funnel_groups")} lines={lines} open={open} />;
}

/** Who began when, and how many of them finished. */
function Trend({ answer, open }: ViewProps) {
  const { say } = useTexts();
  const format = useFormat();
  const named = usePeriodName();
  const rows = rowsOf<Period>(answer, "trend");
  const last = String(rowsOf(answer, "steps").length);
  if (rows.length === 0) return null;
  const columns = rows.map((row) => ({
    key: row.from,
    name: named(row.from),
    share: row.share,
    low: row.low,
    high: row.high,
    open: row.settled === false,
    told: say("explore.trend_told", { period: named(row.from), share: format.percent(row.share ?? 0), finished: format.number(row.finished), entered: format.number(row.entered), settled: row.settled === false ? say("explore.not_settled") : "" }),
    press: () => open({ from: row.from, step: last }),
  }));
  return (
    <section>
      <h3 className={classes.title}>{say("explore.rows_trend")}</h3>
      <p className={classes.lead}>{say("explore.funnel_trend")}</p>
      <Columns columns={columns} label={say("explore.rows_trend")} />
    </section>
  );
}

function AgainstOthers({ answer, step, stage, open, exploring }: ViewProps) {
  const { say } = useTexts();
  const format = useFormat();
  const differed = useDiffered(step, stage);
  const rows = rowsOf<Against>(answer, "against");
  const lines = rows.map((row, i) => ({
    key: row.step,
    label: step(row.step),
    value: format.percent(row.share),
    note: say("explore.otherwise", { share: format.percent(row.against_share) }),
    ...differed(row),
    where: exploring.ask?.against ? { step: String(i + 2) } : null,
  }));
  return <Part title={say("explore.rows_against")} lines={lines} open={open} range={rangeFor(rows)} />;
}

/** What separates those who stopped from those who went on. */
function Reasons({ answer, step, stage, open }: ViewProps) {
  const { say } = useTexts();
  const format = useFormat();
  const differed = useDiffered(step, stage);
  if (typeof answer.why_step !== "string") return null;
  const place = rowsOf<{ step: string }>(answer, "steps").findIndex((each) => each.step === answer.why_step) + 1;
  const rows = rowsOf<Why>(answer, "why");
  const beside = (row: Why) => row.what === "previous" || row.what === "next";
  const lines = rows.map((row) => ({
    key: `${row.what}${row.value}`,
    label: <><small className={classes.over}>{row.what === "previous" ? say("explore.before") : row.what === "next" ? say("explore.after") : row.what.replaceAll("_", " ")}</small>{beside(row) ? step(row.value) : row.value}</>,
    value: format.percent(row.share),
    note: say("explore.otherwise", { share: format.percent(row.other_share) }),
    ...differed(row),
    hit: row.difference > 0,
    where: { step: String(place), what: row.what, value: row.value, state: "stopped" },
  }));
  const title = say("explore.why_title", { step: step(answer.why_step) });
  if (lines.length === 0) return <section><h3 className={classes.title}>{title}</h3><p className={classes.lead}>{say("explore.why_nothing", { count: Number(answer.why_comparisons) })}</p></section>;
  return <Part title={title} note={say("explore.why_note", { count: Number(answer.why_comparisons) })} lines={lines} open={open} range={rangeFor(rows)} />;
}

/** How long the whole way took. */
function Times({ answer, open }: ViewProps) {
  const { say } = useTexts();
  const format = useFormat();
  const rows = rowsOf<{ from_seconds: number; to_seconds: number | null; customers: number }>(answer, "times");
  const all = rows.reduce((sum, { customers }) => sum + customers, 0);
  const lines = rows.map((row) => ({
    key: String(row.from_seconds),
    label: row.to_seconds === null ? say("explore.longer_than", { from: format.duration(row.from_seconds) }) : row.from_seconds === 0 ? say("explore.shorter_than", { to: format.duration(row.to_seconds) }) : `${format.duration(row.from_seconds)} – ${format.duration(row.to_seconds)}`,
    value: format.number(row.customers),
    note: "",
    figure: { value: all ? row.customers / all : 0 },
    where: null,
  }));
  return <Part title={say("explore.rows_times")} lines={lines} open={open} />;
}

function useDiffered(step: ViewProps["step"], stage: ViewProps["stage"]) {
  const { say } = useTexts();
  const format = useFormat();
  const write = useWritten({ step, stage });
  const points = (value: number) => format.signed(value * 100, 1);
  return ({ difference, low, high, p_adjusted }: Difference) => ({
    figure: { value: difference, low, high },
    written: say("explore.in_points", { value: points(difference) }),
    between: `${say("explore.between", { low: points(low), high: points(high) })} p ${write("chance", p_adjusted)}`,
    hit: difference < 0,
  });
}

const rangeFor = (rows: Difference[]) => rangeOf(rows.map(({ difference, low, high }) => ({ value: difference, low, high })), false);
