import { Drawer, Switch, Tabs } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "~/api/client";
import type { SourceLine, SourcePage } from "~/api/types";
import { useFormat } from "~/kit/format";
import { Named } from "~/kit/names";
import { ErrorNote, Waiting } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import { ArrivingNow } from "./ArrivingNow";
import { HourBars } from "./HourBars";
import { Snippets } from "./Snippets";
import { StateMark } from "./SourceLines";
import classes from "./sources.module.css";
import { SOURCES } from "./SourcesPart";
import { WriteKeys } from "./WriteKeys";

/** One source: what arrives now, its week, what was held back and why, its keys, and the code to paste. */
export function SourceDrawer({ line, close }: { line: SourceLine; close: () => void }) {
  const { say } = useTexts();
  const found = useQuery({
    queryKey: ["source", line.key],
    queryFn: ({ signal }) => body(api.GET("/api/sources/{source}", { params: { path: { source: line.key } }, signal })),
    refetchInterval: 10_000,
  });
  return (
    <Drawer opened onClose={close} position="right" size="xl" title={<strong>{line.name}</strong>} closeButtonProps={{ "aria-label": say("action.close") }} transitionProps={{ duration: 0 }}>
      <div className={classes.form}>
        <Switches line={line} />
        <Tabs defaultValue={line.last_at === null && line.kind === "http" ? "connect" : "now"} keepMounted={false}>
          <Tabs.List>
            <Tabs.Tab value="now">{say("sources.now")}</Tabs.Tab>
            <Tabs.Tab value="week">{say("sources.week")}</Tabs.Tab>
            {line.kind === "http" && <Tabs.Tab value="connect">{say("sources.connect")}</Tabs.Tab>}
            {line.kind === "http" && <Tabs.Tab value="keys">{say("sources.keys")}</Tabs.Tab>}
          </Tabs.List>
          <Tabs.Panel value="now" pt={12}><ArrivingNow source={line.key} /></Tabs.Panel>
          <Tabs.Panel value="week" pt={12}>
            {found.error && <ErrorNote error={found.error} again={() => void found.refetch()} />}
            {found.isPending && <Waiting rows={3} />}
            {found.data && <Week page={found.data} />}
          </Tabs.Panel>
          <Tabs.Panel value="connect" pt={12}>{found.data && <Snippets snippets={found.data.snippets} />}</Tabs.Panel>
          <Tabs.Panel value="keys" pt={12}>{found.data && <WriteKeys source={line.key} keys={found.data.keys} />}</Tabs.Panel>
        </Tabs>
      </div>
    </Drawer>
  );
}

function Switches({ line }: { line: SourceLine }) {
  const { say } = useTexts();
  const client = useQueryClient();
  const changing = useMutation({
    mutationFn: (state: "on" | "off") => body(api.PUT("/api/sources/{source}", { params: { path: { source: line.key } }, body: { state } })),
    onSuccess: () => void client.invalidateQueries({ queryKey: SOURCES }),
  });
  return (
    <div className={classes.switches}>
      <StateMark source={line} />
      <span className={classes.note}>{say(`sources.kind_${line.kind}`)} · {line.key}</span>
      <span className={classes.gap} />
      <Switch label={say("sources.takes")} checked={line.state === "on"} disabled={changing.isPending} onChange={(event) => changing.mutate(event.currentTarget.checked ? "on" : "off")} />
      {changing.error && <ErrorNote error={changing.error} />}
    </div>
  );
}

function Week({ page }: { page: SourcePage }) {
  const { say } = useTexts();
  const format = useFormat();
  const sums = [
    ["accepted", page.week.accepted],
    ["repeated", page.week.repeated],
    ["quarantined", page.week.quarantined],
    ["refused", page.week.refused],
  ] as const;
  return (
    <div className={classes.form}>
      <dl className={classes.sums}>
        {sums.map(([kind, value]) => (
          <div key={kind} data-kind={value > 0 ? kind : ""}>
            <dt>{say(`sources.${kind}`)}</dt>
            <dd>{format.number(value)}</dd>
          </div>
        ))}
      </dl>
      <HourBars hours={page.hours} />
      <h3>{say("sources.complaints")}</h3>
      {page.complaints.length === 0 && <p className={classes.note}>{say("sources.complaints_none")}</p>}
      <ul className={classes.complaints}>
        {page.complaints.map((each) => (
          <li key={each.reason}>
            <span><Named name={each.said} /></span>
            <strong>{format.number(each.events)}</strong>
            <small><Named name={each.next} /></small>
            <small>{format.moment(each.newest_at)}</small>
          </li>
        ))}
      </ul>
    </div>
  );
}
