import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { api, body } from "~/api/client";
import type { Touchpoint } from "~/api/types";
import { CoverageBar } from "~/kit/drawing/CoverageBar";
import { useFormat } from "~/kit/format";
import { Card } from "~/kit/page/Page";
import { Empty, ErrorNote, Waiting } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import classes from "./catalogue.module.css";
import { EventTable } from "./EventTable";
import { PlaceDrawer } from "./PlaceDrawer";
import { RegistryTable } from "./RegistryTable";
import { TouchpointEditor } from "./TouchpointEditor";
import { Touches, Twice } from "./Touches";
import { emptyTouchpoint } from "./touchpoint";
import { type Opened, UsageDrawer } from "./UsageDrawer";
import { useUsage } from "./useUsage";

/** The touchpoint registry held against what happens, and the events that its rules cover or leave. */
export function CataloguePart() {
  const { say } = useTexts();
  const format = useFormat();
  const [edited, setEdited] = useState<{ touchpoint: Touchpoint; isNew: boolean } | null>(null);
  const [placed, setPlaced] = useState<string | null>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const catalogue = useQuery({ queryKey: ["catalogue"], queryFn: ({ signal }) => body(api.GET("/api/catalogue", { signal })) });
  const touchpoints = useQuery({ queryKey: ["touchpoints"], queryFn: ({ signal }) => body(api.GET("/api/touchpoints", { signal })) });
  const sets = useQuery({ queryKey: ["stage-sets"], queryFn: ({ signal }) => body(api.GET("/api/stage-sets", { signal })) });
  const usage = useUsage((touchpoints.data?.length ?? 0) > 0);
  const error = catalogue.error ?? touchpoints.error;
  if (error) return <ErrorNote error={error} again={() => void Promise.all([catalogue.refetch(), touchpoints.refetch()])} />;
  if (!catalogue.data || !touchpoints.data) return <Waiting rows={6} height={48} />;
  if (catalogue.data.rows.length === 0) {
    return (
      <Empty title={say("catalogue.empty")} action={<Button component={Link} to="/data">{say("map.empty_action")}</Button>}>
        {say("map.empty_next")}
      </Empty>
    );
  }
  const rows = catalogue.data.rows;
  const edit = (key: string) => {
    const found = touchpoints.data.find(({ touchpoint }) => touchpoint.key === key);
    if (found) setEdited({ touchpoint: found.touchpoint, isNew: false });
  };
  const moving = touchpoints.data.find(({ touchpoint }) => touchpoint.key === placed);
  const make = (event: string, channel: string) => setEdited({ touchpoint: emptyTouchpoint(event, channel), isNew: true });
  const stageName = (key: string) => sets.data?.[0]?.stage_set.stages.find((stage) => stage.key === key)?.name;
  const touchpointName = (key: string) => touchpoints.data.find(({ touchpoint }) => touchpoint.key === key)?.touchpoint.name;
  const names = { stageName, touchpointName, show: setOpened };
  return (
    <div className={classes.part}>
      <Card
        title={say("registry.title")}
        hint={say("registry.help")}
        aside={
          <Button size="xs" variant="default" style={{ flex: "none" }} leftSection={<IconPlus size={14} aria-hidden="true" />} onClick={() => make("", "")}>
            {say("catalogue.new")}
          </Button>
        }
      >
        {usage.error && <ErrorNote error={usage.error} again={() => void usage.refetch()} />}
        <RegistryTable touchpoints={touchpoints.data} usage={usage.data} edit={edit} move={setPlaced} {...names} />
      </Card>
      {usage.data && (
        <Card title={say("registry.touches_title")} hint={say("registry.touches_help")} aside={<Button component="a" href="/data?part=stages" size="xs" variant="default" style={{ flex: "none" }}>{say("registry.to_plan")}</Button>}>
          <Touches usage={usage.data} {...names} />
        </Card>
      )}
      {usage.data && usage.data.twice.length > 0 && (
        <Card title={say("registry.twice")} hint={say("registry.twice_help")}>
          <Twice usage={usage.data} {...names} />
        </Card>
      )}
      <Card
        title={say("catalogue.events")}
        hint={say("catalogue.events_help")}
        aside={
          <div className={classes.coverage}>
            <CoverageBar share={catalogue.data.covered_share} width={140} />
            <p>{say("catalogue.coverage", { events: format.number(catalogue.data.events), share: format.percent(1 - catalogue.data.covered_share) })}</p>
          </div>
        }
      >
        <EventTable rows={rows} touchpoints={touchpoints.data} edit={edit} make={make} />
      </Card>
      {edited && <TouchpointEditor key={edited.touchpoint.key} touchpoint={edited.touchpoint} isNew={edited.isNew} rows={rows} close={() => setEdited(null)} />}
      {moving && <PlaceDrawer touchpoint={moving.touchpoint} all={touchpoints.data.map((each) => each.touchpoint)} close={() => setPlaced(null)} />}
      {opened && <UsageDrawer opened={opened} close={() => setOpened(null)} />}
    </div>
  );
}
