import { Button } from "@mantine/core";
import { IconFileText, IconListCheck, IconWand } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { api, body } from "~/api/client";
import type { EventsPage } from "~/api/types";
import { useFormat } from "~/kit/format";
import { Card } from "~/kit/page/Page";
import { Empty, ErrorNote, Waiting } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import { EventDrawer } from "./EventDrawer";
import { EventLines } from "./EventLines";
import classes from "./events.module.css";
import { PlanText } from "./PlanText";

const EVENTS = ["plan", "events"];

/** Every event, planned or not: how much of it came, what differs from the plan, and who uses it. */
export function EventsPart() {
  const { say } = useTexts();
  const format = useFormat();
  const client = useQueryClient();
  const [opened, setOpened] = useState<string | null>(null);
  const [writing, setWriting] = useState<"propose" | "plan" | null>(null);
  const found = useQuery({ queryKey: EVENTS, queryFn: ({ signal }) => body(api.GET("/api/plan/events", { signal })) });
  const show = (page: EventsPage) => client.setQueryData(EVENTS, page);
  const checking = useMutation({ mutationFn: () => body(api.POST("/api/plan/check")), onSuccess: (checked) => show(checked.page) });
  if (found.error) return <ErrorNote error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Waiting rows={6} height={48} />;
  const page = found.data;
  if (page.lines.length === 0) {
    return (
      <Empty title={say("catalogue.empty")} action={<Button component={Link} to="/data">{say("map.empty_action")}</Button>}>
        {say("map.empty_next")}
      </Empty>
    );
  }
  const line = page.lines.find((each) => each.event === opened);
  return (
    <div className={classes.part}>
      <Card
        title={page.has_plan ? say("events.plan") : say("events.no_plan")}
        hint={page.has_plan ? undefined : say("events.no_plan_help")}
        aside={
          <div className={classes.actions}>
            <Button size="xs" variant={page.has_plan ? "default" : "filled"} leftSection={<IconWand size={14} aria-hidden="true" />} onClick={() => setWriting("propose")}>
              {say("events.propose")}
            </Button>
            {page.has_plan && (
              <>
                <Button size="xs" variant="default" leftSection={<IconFileText size={14} aria-hidden="true" />} onClick={() => setWriting("plan")}>
                  {say("events.as_text")}
                </Button>
                <Button size="xs" variant="default" loading={checking.isPending} leftSection={<IconListCheck size={14} aria-hidden="true" />} onClick={() => checking.mutate()}>
                  {say("events.check")}
                </Button>
              </>
            )}
          </div>
        }
      >
        {page.has_plan && <Sums page={page} />}
        {checking.data && <p className={classes.done} role="status">{say("events.checked", { events: format.number(checking.data.events), violations: format.number(checking.data.violations) })}</p>}
        {checking.error && <ErrorNote error={checking.error} />}
      </Card>
      <Card title={say("catalogue.events")} hint={say("events.help")}>
        <EventLines lines={page.lines} hasPlan={page.has_plan} open={setOpened} />
      </Card>
      {line && <EventDrawer key={line.event} line={line} show={show} close={() => setOpened(null)} />}
      {writing && <PlanText draft={writing === "propose"} show={show} close={() => setWriting(null)} />}
    </div>
  );
}

function Sums({ page }: { page: EventsPage }) {
  const { say } = useTexts();
  const format = useFormat();
  const sums = [
    [say("events.planned"), page.planned, ""],
    [say("events.unplanned"), page.unplanned, page.unplanned > 0 ? "differs" : ""],
    [say("events.violations"), page.violations, page.violations > 0 ? "differs" : ""],
  ] as const;
  return (
    <dl className={classes.sums}>
      {sums.map(([label, value, tone]) => (
        <div key={label} data-tone={tone}>
          <dt>{label}</dt>
          <dd>{format.number(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
