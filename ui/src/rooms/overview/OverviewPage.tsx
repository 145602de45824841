import { Button } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api, body } from "~/api/client";
import type { Overview } from "~/api/types";
import { useFormat } from "~/kit/format";
import { Card, Page } from "~/kit/page/Page";
import { SelectionBar } from "~/kit/selection/SelectionBar";
import { useSelection } from "~/kit/selection/useSelection";
import { Empty, ErrorNote, Waiting } from "~/kit/states";
import { type TextKey, useTexts } from "~/texts/texts";
import { FeelingTrend } from "./FeelingTrend";
import classes from "./OverviewPage.module.css";
import { Moves } from "./Moves";
import { StagesNow } from "./StagesNow";
import { WorstObstacle } from "./WorstObstacle";

/** The first look: where customers are, how they move, what hurts most, how they feel. */
export function OverviewPage() {
  const { say } = useTexts();
  const format = useFormat();
  const { chosen, asked, choose } = useSelection();
  const overview = useQuery({
    queryKey: ["overview", asked],
    queryFn: ({ signal }) => body(api.GET("/api/overview", { params: { query: asked }, signal })),
    placeholderData: keepPreviousData,
  });
  const seen = overview.data;
  const nothing = seen?.customers === 0 && Object.keys(asked).length === 0;
  return (
    <Page title={say("overview.page")} beside={seen && !nothing && <span className={classes.asOf}>{say("overview.as_of", { date: format.moment(seen.fresh_at) })}</span>}>
      {!nothing && <SelectionBar chosen={chosen} choose={choose} busy={overview.isFetching} kept />}
      {overview.error && <ErrorNote error={overview.error} again={() => void overview.refetch()} />}
      {overview.isPending && <Waiting rows={4} height={120} />}
      {nothing && (
        <Empty title={say("map.empty")} action={<Button component={Link} to="/data">{say("map.empty_action")}</Button>}>
          {say("map.empty_next")}
        </Empty>
      )}
      {seen && !nothing && <Parts overview={seen} />}
    </Page>
  );
}

function Parts({ overview }: { overview: Overview }) {
  const { say } = useTexts();
  return (
    <>
      <Figures overview={overview} />
      <div className={classes.columns}>
        <Card title={say("overview.now")} hint={say("overview.now_help")} className={classes.wide}>
          <StagesNow stages={overview.stages} />
        </Card>
        <Card title={say("overview.worst")} className={classes.side}>
          <WorstObstacle obstacle={overview.worst} stages={overview.stages} />
        </Card>
        <Card title={say("overview.feeling")} hint={say("overview.feeling_help")} className={classes.wide}>
          <FeelingTrend months={overview.feelings} />
        </Card>
        <Card title={say("overview.moves", { count: overview.movement_days })} className={classes.side}>
          <Moves overview={overview} />
        </Card>
      </div>
    </>
  );
}

function Figures({ overview }: { overview: Overview }) {
  const { say } = useTexts();
  const format = useFormat();
  const figures: { text: TextKey; value: number; help?: TextKey }[] = [
    { text: "overview.customers", value: overview.customers },
    { text: "overview.events", value: overview.events },
    { text: "overview.slowing", value: overview.slowing, help: "overview.slowing_help" },
    { text: "overview.left", value: overview.left, help: "overview.left_help" },
    { text: "overview.returned", value: overview.resumed + overview.returned, help: "overview.returned_help" },
  ];
  return (
    <dl className={classes.figures}>
      {figures.map(({ text, value, help }) => (
        <div key={text}>
          <dt>{say(text)}</dt>
          <dd title={format.number(value)}>{value >= 1e6 ? format.compact(value) : format.number(value)}</dd>
          <dd className={classes.share}>
            {help && text !== "overview.returned" && overview.customers > 0 && `${format.percent(value / overview.customers)} · `}
            {help && say(help)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
