import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { rangeOf } from "~/kit/drawing/IntervalBar";
import { useChannelName } from "~/kit/drawing/ChannelIcon";
import { useFormat } from "~/kit/format";
import { useCurrency } from "~/kit/selection/useChoices";
import { known, useTexts } from "~/texts/texts";
import { titleOf } from "../AnswerTable";
import { Figures } from "../drawing/Figures";
import { Ranked } from "../drawing/Ranked";
import { rowsOf, type ViewProps } from "../view";
import classes from "./contribution.module.css";
import shared from "./views.module.css";

const MODELS = ["first", "last", "linear", "position", "time_decay", "markov", "shapley"] as const;
type Model = (typeof MODELS)[number];
const MEASURES = ["conversions", "value"] as const;
type Measure = (typeof MEASURES)[number];

interface Given {
  model: Model;
  conversions: number;
  low: number | null;
  high: number | null;
  value: number;
  value_low: number | null;
  value_high: number | null;
}

interface Channel {
  channel: string;
  touches: number;
  removal_effect: number;
  models: Given[];
}

const number = (value: unknown) => (typeof value === "number" ? value : 0);

/** What one model gives to every channel, with its interval; below, what the other models would give. */
export function ContributionView({ answer, step, open, exploring }: ViewProps) {
  const { say } = useTexts();
  const format = useFormat();
  const channel = useChannelName();
  const currency = useCurrency();
  const [model, setModel] = useState<Model>("markov");
  const [measure, setMeasure] = useState<Measure>("conversions");
  const rows = rowsOf<Channel>(answer, "channels");
  const by = exploring.ask?.by || "channel";
  const named = (key: string) => (by === "channel" && known(`channel.${key}`) ? channel(key) : by === "step" ? step(key) : key);
  const write = (value: number) => (measure === "value" ? format.compactMoney(value, currency) : format.number(value, value < 100 ? 1 : 0));
  const total = measure === "value" ? number(answer.conversion_value) : number(answer.conversions);
  const of = (row: Channel, by: Model) => row.models.find((each) => each.model === by);
  const lines = [...rows].sort((a, b) => number(of(b, model)?.[measure]) - number(of(a, model)?.[measure])).map((row) => {
    const given = of(row, model);
    const value = number(given?.[measure]);
    const [low, high] = measure === "value" ? [given?.value_low, given?.value_high] : [given?.low, given?.high];
    return {
      key: row.channel,
      label: named(row.channel),
      value: write(value),
      note: total > 0 ? format.percent(value / total) : "",
      figure: { value, low: low ?? null, high: high ?? null },
      written: "",
      between: low === null || low === undefined || high === null || high === undefined ? say("explore.no_interval") : say("explore.between", { low: write(low), high: write(high) }),
      where: { channel: row.channel, model },
    };
  });
  return (
    <>
      <Ends answer={answer} open={open} />
      <div className={classes.choose} data-controls>
        <SegmentedControl size="xs" aria-label={say("explore.model")} value={model} onChange={(next) => setModel(next as Model)} data={MODELS.map((value) => ({ value, label: say(`explore.column_${value}`) }))} />
        <SegmentedControl size="xs" aria-label={say("explore.measure")} value={measure} onChange={(next) => setMeasure(next as Measure)} data={MEASURES.map((value) => ({ value, label: say(`explore.measure_${value}`) }))} />
      </div>
      <h3 className={shared.title}>{say("explore.contribution_by", { by: titleOf(`explore.by_${by}`, by, say).toLowerCase(), model: say(`explore.column_${model}`), measure: say(`explore.measure_${measure}`) })}</h3>
      <Ranked lines={lines} open={open} range={rangeOf(lines.map(({ figure }) => ({ value: figure.value, low: figure.low ?? figure.value, high: figure.high ?? figure.value })), false)} />
      <h3 className={shared.title}>{say("explore.contribution_spread")}</h3>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={say("explore.contribution_spread")}>
        <table className={classes.spread}>
          <thead>
            <tr><th scope="col">{say("explore.column_channel")}</th>{MODELS.map((each) => <th key={each} scope="col" data-chosen={each === model}>{say(`explore.column_${each}`)}</th>)}<th scope="col">{say("explore.column_removal_effect")}</th></tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.channel}>
                <th scope="row">{named(row.channel)}</th>
                {MODELS.map((each) => {
                  const value = number(of(row, each)?.[measure]);
                  return <td key={each} data-chosen={each === model}>{value > 0 ? <button type="button" className="plain" onClick={() => open({ channel: row.channel, model: each })}>{write(value)}</button> : write(value)}</td>;
                })}
                <td>{format.percent(row.removal_effect)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** How paths ended: with a conversion, with none, or a conversion that had no path. */
function Ends({ answer, open }: Pick<ViewProps, "answer" | "open">) {
  const { say } = useTexts();
  const format = useFormat();
  const rate = answer.rate as { value: number; low: number; high: number } | undefined;
  const ends = (["conversions", "nulls", "untouched"] as const).map((key) => ({ key, name: say(`explore.column_${key}`), value: format.number(number(answer[key])), where: number(answer[key]) > 0 ? { outcome: { conversions: "converted", nulls: "null", untouched: "untouched" }[key] } : null }));
  const share = rate ? [{ key: "rate", name: say("explore.column_rate"), value: format.percent(rate.value), note: say("explore.between", { low: format.percent(rate.low), high: format.percent(rate.high) }), where: null }] : [];
  return <Figures open={open} figures={[...ends, ...share]} />;
}
