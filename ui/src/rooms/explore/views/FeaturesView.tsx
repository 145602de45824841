import { Chip } from "@mantine/core";
import { useFormat } from "~/kit/format";
import { useTexts } from "~/texts/texts";
import { Figures } from "../drawing/Figures";
import { Histogram } from "../drawing/Histogram";
import { useSpread } from "../useSpread";
import { rowsOf, type ViewProps } from "../view";
import classes from "./features.module.css";

interface Spread {
  from: number;
  to: number | null;
  customers: number;
  share: number;
  low: number;
  high: number;
  other_customers?: number;
  other_share?: number;
  other_low?: number;
  other_high?: number;
}

interface Group {
  group: "first" | "second";
  customers: number;
  lower_quartile: number | null;
  median: number | null;
  upper_quartile: number | null;
}

/** How customers are spread over one of their numbers, and a group of them beside everybody else. */
export function FeaturesView({ line, answer, exploring, change, open }: ViewProps) {
  const { say } = useTexts();
  const format = useFormat();
  const written = useSpread();
  const names = line.parameters.find(({ name }) => name === "feature")?.choices ?? [];
  const wanted = exploring.ask?.feature ?? names[0] ?? "";
  const feature = (answer.params as { feature?: string } | undefined)?.feature ?? wanted; // the last answer stays until the next is here
  const called = (name: string) => say(`explore.feature_${name as "events"}`);
  const unit = (value: number) => written(feature, value);
  const groups = rowsOf<Group>(answer, "groups");
  const compared = groups.length > 1;
  const who = (group: string) => say(compared ? (group === "first" ? "explore.features_chosen" : "explore.features_rest") : "explore.features_everybody");
  const difference = answer.difference as { effect: number; effect_low: number; effect_high: number } | null;
  const bins = rowsOf<Spread>(answer, "spread").map((row) => {
    const range = row.to === null ? say("explore.features_from", { from: unit(row.from) }) : say("explore.features_range", { from: unit(row.from), to: unit(row.to) });
    const bar = (group: "first" | "second", customers: number, share: number, low: number, high: number) => ({
      share, low, high,
      told: say("explore.features_bar", { who: who(group), range, customers: say("stage.customers", { count: customers, value: format.number(customers) }), share: format.percent(share), low: format.percent(low), high: format.percent(high) }),
      press: customers > 0 ? () => open({ from: String(row.from), ...(compared ? { group } : {}) }) : null,
    });
    const bars = [bar("first", row.customers, row.share, row.low, row.high)];
    if (compared) bars.push(bar("second", row.other_customers ?? 0, row.other_share ?? 0, row.other_low ?? 0, row.other_high ?? 0));
    return { key: String(row.from), name: unit(row.from), bars };
  });
  return (
    <>
      <Chip.Group value={wanted} onChange={(next) => change({ ask: { ...exploring.ask, feature: String(next) }, open: undefined })}>
        <div className={classes.chips} role="group" aria-label={say("explore.features_which")} data-controls>
          {names.map((name) => <Chip key={name} size="xs" value={name}>{called(name)}</Chip>)}
        </div>
      </Chip.Group>
      <Figures open={open} figures={groups.map(({ group, customers, lower_quartile, median, upper_quartile }) => ({
        key: group,
        name: who(group),
        value: median === null ? "–" : unit(median),
        note: say("explore.features_group", { customers: say("stage.customers", { count: customers, value: format.number(customers) }), low: unit(lower_quartile ?? 0), high: unit(upper_quartile ?? 0) }),
        where: customers > 0 ? { group } : null,
      }))} />
      {compared && <p className={classes.key} aria-hidden="true"><span data-group="0">{who("first")}</span><span data-group="1">{who("second")}</span></p>}
      <Histogram bins={bins} label={say("explore.features_label", { feature: called(feature) })} axis={called(feature)} />
      <p className={classes.note}>
        {compared ? (difference ? say(difference.effect_low > 0 || difference.effect_high < 0 ? "explore.features_differ" : "explore.features_alike", { effect: format.signed(difference.effect, 2), low: format.signed(difference.effect_low, 2), high: format.signed(difference.effect_high, 2) }) : say("explore.features_small")) : say("explore.features_compare_hint")}
      </p>
    </>
  );
}
