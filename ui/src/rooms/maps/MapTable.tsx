import { use } from "react";
import type { JourneyMap, MapStage } from "~/api/types";
import { useChannelName } from "~/kit/drawing/ChannelIcon";
import { useFormat } from "~/kit/format";
import { Named, useName } from "~/kit/names";
import { useTexts } from "~/texts/texts";
import { feelingOf, movedOf, obstaclesOf, touchpointsOf } from "./behinds";
import { useEffectText } from "./effect";
import { DATA_KINDS } from "./lanes/DataCell";
import { useMetricText } from "./lanes/MetricsCell";
import classes from "./MapTable.module.css";
import { useOnMap } from "./remarks/useRemarks";
import { useSummary } from "./summary";
import { Searching } from "./useMap";

/** The same map as an ordinary table: rows are lanes, columns stages, every number in words. */
export function MapTable({ map }: { map: JourneyMap }) {
  const { say } = useTexts();
  const name = useName();
  const rows = useRows(map);
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={say("map.table_label")}>
      <table className={classes.table}>
        <caption>
          {name(map.title)}. {useSummary(map)}
        </caption>
        <thead>
          <tr>
            <th scope="col">{say("map.lane")}</th>
            {map.stages.map((stage) => (
              <th key={stage.stage} scope="col">
                <Named name={stage.name} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.title} data-row={row.key}>
              <th scope="row">{row.title}</th>
              {map.stages.map((stage) => {
                const lines = row.lines(stage);
                return (
                  <td key={stage.stage}>
                    {lines.length === 0 ? <span className={classes.none}>{row.none}</span> : <ul>{lines.map((line) => <li key={line}>{line}</li>)}</ul>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface Row {
  key: string;
  title: string;
  none: string;
  lines: (stage: MapStage) => string[];
}

function useRows(map: JourneyMap): Row[] {
  const { say } = useTexts();
  const format = useFormat();
  const name = useName();
  const channel = useChannelName();
  const effect = useEffectText();
  const metric = useMetricText();
  const searching = use(Searching);
  const own = useOnMap(map).obstacles;
  const figure = (value: { value: number; low: number; high: number; n: number }) =>
    say("table.figure", { value: format.signed(value.value), low: format.signed(value.low), high: format.signed(value.high), n: format.number(value.n) });
  const customers = (count: number) => say("stage.customers", { count, value: format.number(count) });
  return [
    {
      key: "customers",
      title: say("table.customers"),
      none: "–",
      lines: (stage) => [
        customers(stage.customers),
        say("table.here_now", { value: format.number(stage.here_now) }),
        say("table.slowing", { value: format.number(stage.slowing) }),
        say("table.left", { value: format.number(stage.left) }),
        ...(stage.median_seconds !== null ? [say("table.median", { value: format.duration(stage.median_seconds) })] : []),
        ...(stage.p90_seconds !== null ? [say("table.p90", { value: format.duration(stage.p90_seconds) })] : []),
      ],
    },
    { key: "steps", title: say("lane.steps"), none: say("lane.steps_none"), lines: (stage) => stage.steps.map((step) => `${name(step.name)}: ${customers(step.customers)} (${format.percent(step.share, 0)})`) },
    {
      key: "touchpoints",
      title: say("lane.touchpoints"),
      none: say("lane.touchpoints_none"),
      lines: (stage) =>
        touchpointsOf(map, stage.stage).map((one) => say("table.touchpoint", { name: name(one.name), channel: channel(one.channel), events: format.number(one.events), customers: format.number(one.customers) })),
    },
    {
      key: "experience",
      title: say("feeling.experience"),
      none: say("feeling.none"),
      lines: (stage) => [feelingOf(map, stage.stage)?.experience].flatMap((one) => (one ? [figure(one)] : [])),
    },
    {
      key: "expectation",
      title: say("feeling.expectation"),
      none: say("feeling.not_asked"),
      lines: (stage) => [feelingOf(map, stage.stage)?.expectation].flatMap((one) => (one ? [figure(one)] : [])),
    },
    {
      key: "obstacles",
      title: say("lane.obstacles"),
      none: say(searching ? "lane.obstacles_searching" : "lane.obstacles_none"),
      lines: (stage) => [...own(stage.stage).map((one) => `${one.title}${one.number ? `: ${customers(one.number.customers)}` : ""} (${say("remarks.by_hand")})`), ...obstaclesOf(map, stage.stage).map((one) => `${name(one.title)}: ${customers(one.customers)}, ${effect(one)}${one.group ? ` (${one.group})` : ""}`)],
    },
    { key: "metrics", title: say("lane.metrics"), none: say("lane.metrics_none"), lines: (stage) => stage.metrics.map((one) => `${name(one.name)}: ${metric.value(one)} ${metric.half(one)}`.trim()) },
    ...(map.moves ?? []).map((moves) => ({
      key: `moves:${moves.segment}`,
      title: say("moves.lane_of", { name: moves.name }),
      none: say("moves.nobody"),
      lines: (stage: MapStage) =>
        (["entered", "exited"] as const).flatMap((kind) => {
          const moved = movedOf(moves, stage.stage, kind);
          return moved?.share && moved.customers > 0 ? [`${format.number(moved.customers)} ${say(`moves.${kind}`)}: ${say("moves.figure", { share: format.percent(moved.share.value), low: format.percent(moved.share.low), high: format.percent(moved.share.high), n: format.number(moved.share.n) })}`] : [];
        }),
    })),
    { key: "data", title: say("lane.data"), none: "–", lines: (stage) => DATA_KINDS.map(({ kind, text }) => `${say(text)}: ${format.percent(stage.data[kind], 0)}`) },
  ];
}
