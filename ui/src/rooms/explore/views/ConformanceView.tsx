import { rangeOf } from "~/kit/drawing/IntervalBar";
import { useFormat } from "~/kit/format";
import { useTexts } from "~/texts/texts";
import { Figures } from "../drawing/Figures";
import { Ranked } from "../drawing/Ranked";
import { Legend, Stacked } from "../drawing/Stacked";
import { whereOf } from "../points";
import type { Row } from "../table";
import { useWritten } from "../useWritten";
import { rowsOf, type ViewProps } from "../view";
import classes from "./conformance.module.css";
import shared from "./views.module.css";

const KINDS = ["on_time", "late", "moved", "skipped"] as const;
const COLOURS = { on_time: "var(--accent)", late: "var(--feeling-1)", moved: "var(--feeling-3)", skipped: "var(--line-strong)" };

interface Planned {
  step: string;
  optional: boolean;
  on_time: number;
  late: number;
  moved: number;
  skipped: number;
  median_seconds: number | null;
}

interface Compared {
  share?: number | null;
  mean?: number | null;
  without: number | null;
  difference: number | null;
  difference_low: number | null;
  difference_high: number | null;
  p_adjusted: number | null;
}

interface Deviation {
  kind: string;
  step: string | null;
  journeys: number;
  share: number;
  low: number;
  high: number;
  outcome?: Compared;
  feeling: Compared;
}

/** The plan, step by step: done on time, late, moved or skipped; then what goes with each deviation. */
export function ConformanceView({ answer, step, stage, open }: ViewProps) {
  const { say } = useTexts();
  const format = useFormat();
  const write = useWritten({ step, stage });
  const conforming = answer.conforming as { journeys: number; share: number | null; low: number | null; high: number | null };
  const journeys = Number(answer.journeys);
  const count = (value: unknown) => format.number(Number(value));
  const figures = [
    { key: "begun", name: say("explore.begun"), value: count(journeys), note: say("explore.elsewhere", { value: count(answer.elsewhere) }), where: { state: "begun" } },
    { key: "conforming", name: say("explore.conforming"), value: count(conforming.journeys), note: `${format.percent(conforming.share ?? 0)} ${say("explore.between", { low: format.percent(conforming.low ?? 0), high: format.percent(conforming.high ?? 0) })}`, where: conforming.journeys > 0 ? { state: "conforming" } : null },
    { key: "deviating", name: say("explore.deviating"), value: count(journeys - conforming.journeys), where: journeys > conforming.journeys ? { state: "deviating" } : null },
  ];
  const deviations = rowsOf<Deviation>(answer, "deviations");
  const name = ({ kind, step: about }: Deviation) => (about === null ? say("explore.deviation_any") : `${say(`explore.deviation_${kind as "late"}`)}: ${step(about)}`);
  const frequent = deviations.map((row, i) => ({
    key: `${row.kind}${row.step}`,
    label: name(row),
    value: format.number(row.journeys),
    note: "",
    figure: { value: row.share, low: row.low, high: row.high },
    where: whereOf(answer, "deviations", "journeys", row as unknown as Row, i),
  }));
  const compared = deviations.filter(({ outcome }) => typeof outcome?.difference === "number");
  const points = (value: number | null | undefined) => format.signed((value ?? 0) * 100, 1);
  const effects = compared.map((row) => {
    const found = row.outcome as Compared;
    return {
      key: `${row.kind}${row.step}`,
      label: name(row),
      value: format.percent(found.share ?? 0),
      note: say("explore.otherwise", { share: format.percent(found.without ?? 0) }),
      figure: { value: found.difference ?? 0, low: found.difference_low, high: found.difference_high },
      written: say("explore.in_points", { value: points(found.difference) }),
      between: `${say("explore.between", { low: points(found.difference_low), high: points(found.difference_high) })} p ${write("chance", found.p_adjusted)}`,
      hit: (found.difference ?? 0) < 0,
      where: whereOf(answer, "deviations", "journeys", row as unknown as Row, 0),
    };
  });
  const range = rangeOf(effects.map(({ figure }) => ({ value: figure.value, low: figure.low ?? 0, high: figure.high ?? 0 })), false);
  return (
    <>
      <Figures figures={figures} open={open} />
      <h3 className={shared.title}>{say("explore.planned_steps")}</h3>
      <Legend parts={KINDS.map((kind) => ({ name: say(`explore.kind_${kind}`), colour: COLOURS[kind] }))} />
      <ol className={classes.plan}>
        {rowsOf<Planned>(answer, "steps").map((row, i) => (
          <li key={`${i}${row.step}`}>
            <span className={classes.name}><b>{i + 1}</b> {step(row.step)}{row.optional && <small> {say("explore.optional")}</small>}</span>
            <Stacked of={step(row.step)} most={journeys} open={open} parts={KINDS.map((kind) => ({ key: kind, value: row[kind], name: say(`explore.kind_${kind}`), colour: COLOURS[kind], where: { step: String(i + 1), kind } }))} />
            <small>{format.percent(row.on_time / Math.max(1, journeys))}{row.median_seconds !== null && ` · ${format.duration(row.median_seconds)}`}</small>
          </li>
        ))}
      </ol>
      <h3 className={shared.title}>{say("explore.deviations")}</h3>
      <Ranked lines={frequent} open={open} hit most={12} />
      {effects.length > 0 && (
        <>
          <h3 className={shared.title}>{say("explore.deviation_effects")}</h3>
          <Ranked lines={effects} open={open} range={range} most={12} />
        </>
      )}
    </>
  );
}
