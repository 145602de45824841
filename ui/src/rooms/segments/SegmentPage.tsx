import { Button, Menu, Modal, Tabs } from "@mantine/core";
import { IconDots, IconFileImport, IconPencil, IconRefresh, IconTrash } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { api, body } from "~/api/client";
import type { Segment } from "~/api/types";
import type { Body } from "~/kit/condition/tree";
import { useFormat } from "~/kit/format";
import { Card, Page } from "~/kit/page/Page";
import { ErrorNote, Waiting } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import { AskMenu } from "./AskMenu";
import { ExportMenu } from "./ExportMenu";
import { Changes, Members } from "./Members";
import { ReplaceList } from "./ReplaceList";
import { Secret } from "./Secret";
import { SegmentAlerts } from "./SegmentAlerts";
import { SegmentForm } from "./SegmentForm";
import classes from "./segments.module.css";
import { Computing, whoIs } from "./SegmentsPage";
import { SizeChart } from "./SizeChart";
import { useKeepingSegments, useSegment } from "./useSegments";

/** One segment: what it says, who is in it, who came and went, and how large it was. */
export function SegmentPage() {
  const { say } = useTexts();
  const { segment: key } = useParams({ from: "/segments/$segment" });
  const found = useSegment(key);
  if (found.error) {
    return (
      <Page title={say("segments.title")}>
        <ErrorNote error={found.error} again={() => void found.refetch()} />
        <p><Link to="/segments">{say("segments.to_all")}</Link></p>
      </Page>
    );
  }
  if (!found.data) return <Page title={say("segments.title")}><Waiting rows={3} height={90} /></Page>;
  return <Shown segment={found.data} />;
}

function Shown({ segment }: { segment: Segment }) {
  const { say } = useTexts();
  const format = useFormat();
  const { change } = useKeepingSegments();
  const [editing, setEditing] = useState(false);
  const [replacing, setReplacing] = useState(false);
  const edit = segment.kind === "condition";
  if (editing) {
    return (
      <Page title={say("segments.change_of", { name: segment.name })}>
        <SegmentForm segment={segment} document={segment.condition as Body} error={change.error} busy={change.isPending} cancel={() => { change.reset(); setEditing(false); }} save={(name, condition, webhook) => change.mutate({ key: segment.key, name, condition, version: segment.version, webhook }, { onSuccess: () => setEditing(false) })} />
      </Page>
    );
  }
  const beside = (
    <span className={classes.acts}>
      {segment.kind === "list" && <Button size="xs" variant="default" leftSection={<IconFileImport size={15} aria-hidden="true" />} onClick={() => setReplacing(true)}>{say("segments.list_replace")}</Button>}
      {edit && <Button size="xs" variant="default" leftSection={<IconPencil size={15} aria-hidden="true" />} onClick={() => setEditing(true)}>{say("segments.change")}</Button>}
      <AskMenu segment={segment} />
      <ExportMenu segment={segment} />
      <More segment={segment} />
    </span>
  );
  return (
    <Page title={segment.name} beside={beside}>
      {replacing && <ReplaceList segment={segment} close={() => setReplacing(false)} />}
      {change.data?.secret && <Secret secret={change.data.secret} close={() => change.reset()} />}
      <p className={classes.line}>
        <span className={classes.badge} data-kind={segment.kind}>{say(`segments.kind_${segment.kind}`)}</span>
        <strong className={classes.size}>{say("behind.customers_count", { count: segment.size, value: format.number(segment.size) })}</strong>
        <Link to="/customers" search={{ segment: [segment.key] }} className={classes.name}>{say("segments.in_list")}</Link>
        <Link to="/map" search={{ segment: [segment.key] }} className={classes.name}>{say("segments.to_map")}</Link>
        {segment.state === "computing" && <Computing segment={segment} />}
        <span>{say("segments.made", { by: whoIs(segment.by, say), at: format.date(segment.made_at) })}</span>
        {segment.version > 1 && <span>{say("segments.version", { version: segment.version, at: format.date(segment.at) })}</span>}
      </p>
      <div className={classes.columns}>
        <div className={classes.stack}>
          <Said segment={segment} />
          <SizeChart segment={segment} />
          <SegmentAlerts segment={segment} />
        </div>
        <Card>
          <Tabs defaultValue="members" keepMounted={false}>
            <Tabs.List>
              <Tabs.Tab value="members">{say("segments.members")}</Tabs.Tab>
              <Tabs.Tab value="changes">{say("segments.changes")}</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="members" pt={12}><Members segment={segment} /></Tabs.Panel>
            <Tabs.Panel value="changes" pt={12}><Changes segment={segment} /></Tabs.Panel>
          </Tabs>
        </Card>
      </div>
    </Page>
  );
}

/** What the segment says, in words. */
function Said({ segment }: { segment: Segment }) {
  const { say, language } = useTexts();
  const said = useQuery({ queryKey: ["condition-check", language, segment.condition, true], enabled: segment.kind === "condition", queryFn: ({ signal }) => body(api.POST("/api/conditions/check", { body: { condition: segment.condition, text: "", now: true }, signal })) });
  return (
    <Card title={say("segments.says")}>
      {segment.kind === "list" && <p>{say("segments.says_list")}</p>}
      {segment.webhook !== "" && <p className={classes.told}>{say("segments.webhook_told", { place: segment.webhook })}</p>}
      {said.error && <ErrorNote error={said.error} />}
      {said.data && <p className={classes.says}>{said.data.says}</p>}
      {(said.data?.keys.length ?? 0) > 0 && <p className={classes.keys}>{said.data?.keys.map(({ name, key }) => <span key={key}>{`${name}: `}<code>{key}</code></span>)}</p>}
      {said.data?.problems.map((problem) => <p key={problem.at} className={classes.odd} role="alert">{`${problem.message} ${problem.cause}`}</p>)}
      {said.data?.warnings.map(({ at, message }) => <p key={`${at}${message}`} className={classes.odd}>{message}</p>)}
    </Card>
  );
}

function More({ segment }: { segment: Segment }) {
  const { say } = useTexts();
  const navigate = useNavigate();
  const { remove, recount } = useKeepingSegments();
  const [sure, setSure] = useState(false);
  return (
    <>
      <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
        <Menu.Target><Button size="xs" variant="default" aria-label={say("segments.more")}><IconDots size={16} aria-hidden="true" /></Button></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconRefresh size={15} aria-hidden="true" />} onClick={() => recount.mutate(segment.key)}>{say("segments.recount")}</Menu.Item>
          <Menu.Item color="red" leftSection={<IconTrash size={15} aria-hidden="true" />} onClick={() => setSure(true)}>{say("segments.remove")}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={sure} onClose={() => setSure(false)} title={say("segments.remove_sure", { name: segment.name })} closeButtonProps={{ "aria-label": say("action.close") }} transitionProps={{ duration: 0 }}>
        <div className={classes.stack}>
          <p>{say("segments.remove_help")}</p>
          {remove.error && <ErrorNote error={remove.error} />}
          <span className={classes.acts}>
            <Button variant="default" data-autofocus onClick={() => setSure(false)}>{say("action.cancel")}</Button>
            <Button color="red" loading={remove.isPending} onClick={() => remove.mutate(segment.key, { onSuccess: () => void navigate({ to: "/segments" }) })}>{say("segments.remove")}</Button>
          </span>
        </div>
      </Modal>
    </>
  );
}
