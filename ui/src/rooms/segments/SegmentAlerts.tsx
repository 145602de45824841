import { Button } from "@mantine/core";
import { IconBell } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Alert, Segment } from "~/api/types";
import { useFormat } from "~/kit/format";
import { Card } from "~/kit/page/Page";
import { ErrorNote } from "~/kit/states";
import { useAlerts } from "~/rooms/boards/useAlerts";
import { useTexts } from "~/texts/texts";
import classes from "./segments.module.css";
import { WatchSegment } from "./WatchSegment";

/** What is watched of the segment, and where each number stands; and another one to watch. */
export function SegmentAlerts({ segment }: { segment: Segment }) {
  const { say } = useTexts();
  const [open, setOpen] = useState(false);
  const found = useAlerts();
  const mine = (found.data ?? []).filter((alert) => alert.segment === segment.key);
  return (
    <Card title={say("segments.alerts")} aside={<Button size="xs" variant="default" leftSection={<IconBell size={15} aria-hidden="true" />} onClick={() => setOpen(true)}>{say("segments.warn_me")}</Button>}>
      {found.error && <ErrorNote error={found.error} />}
      {found.data && mine.length === 0 && <p className={classes.faint}>{say("segments.no_alerts")}</p>}
      {mine.length > 0 && (
        <>
          <ul className={classes.people}>{mine.map((alert) => <AlertLine key={alert.id} alert={alert} />)}</ul>
          <p className={classes.after}><Link to="/boards" className={classes.name}>{say("segments.to_alerts")}</Link></p>
        </>
      )}
      {open && <WatchSegment segment={segment} close={() => setOpen(false)} />}
    </Card>
  );
}

function AlertLine({ alert }: { alert: Alert }) {
  const { say } = useTexts();
  const format = useFormat();
  const { cell, bounds, on } = alert.watch;
  const state = on ? alert.state : "resting";
  const value = alert.value === null ? "–" : format.number(alert.value);
  const { low = null, high = null } = bounds;
  const end = (at: number | null) => (at === null ? "" : format.number(at));
  const range = bounds.usual ? say("boards.alert_usual") : low === null ? `≤ ${end(high)}` : high === null ? `≥ ${end(low)}` : `${end(low)} – ${end(high)}`;
  return (
    <li data-out={state === "outside"}>
      <strong>{alert.name}</strong>
      <span>{say(`segments.watch_${cell.column as "size"}`, { days: cell.row?.days ?? "1" })}: {value} ({range})</span>
      <span>{say(`boards.state_${state}`)}</span>
    </li>
  );
}
