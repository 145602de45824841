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
import { TouchpointEditor } from "./TouchpointEditor";
import { TouchpointTable } from "./TouchpointTable";
import { emptyTouchpoint } from "./touchpoint";

/** The event names of the log with what covers them, and the touchpoints whose rules do. */
export function CataloguePart() {
  const { say } = useTexts();
  const format = useFormat();
  const [edited, setEdited] = useState<{ touchpoint: Touchpoint; isNew: boolean } | null>(null);
  const catalogue = useQuery({ queryKey: ["catalogue"], queryFn: ({ signal }) => body(api.GET("/api/catalogue", { signal })) });
  const touchpoints = useQuery({ queryKey: ["touchpoints"], queryFn: ({ signal }) => body(api.GET("/api/touchpoints", { signal })) });
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
  const make = (event: string, channel: string) => setEdited({ touchpoint: emptyTouchpoint(event, channel), isNew: true });
  return (
    <div className={classes.part}>
      <Card>
        <div className={classes.coverage}>
          <CoverageBar share={catalogue.data.covered_share} width={180} />
          <p>{say("catalogue.coverage", { events: format.number(catalogue.data.events), share: format.percent(1 - catalogue.data.covered_share) })}</p>
        </div>
      </Card>
      <Card title={say("catalogue.events")} hint={say("catalogue.events_help")}>
        <EventTable rows={rows} touchpoints={touchpoints.data} edit={edit} make={make} />
      </Card>
      <Card
        title={say("catalogue.touchpoints")}
        hint={say("catalogue.touchpoints_help")}
        aside={
          <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden="true" />} onClick={() => make("", "")}>
            {say("catalogue.new")}
          </Button>
        }
      >
        <TouchpointTable touchpoints={touchpoints.data} edit={edit} />
      </Card>
      {edited && <TouchpointEditor key={edited.touchpoint.key} touchpoint={edited.touchpoint} isNew={edited.isNew} rows={rows} close={() => setEdited(null)} />}
    </div>
  );
}
