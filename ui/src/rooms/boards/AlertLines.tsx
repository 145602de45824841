import { Button, Menu } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Alert } from "~/api/types";
import { useFormat } from "~/kit/format";
import tables from "~/kit/page/table.module.css";
import { Empty, ErrorNote, Waiting } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import classes from "./boards.module.css";
import { EditAlert, RenewSecret } from "./EditAlert";
import { useAlerting, useAlerts, useMessages, useSegmentNames } from "./useAlerts";
import { useSavedQuestions } from "./useBoards";

/** The alerts: where each number stands, against which range, and what became of what was to be told. */
export function AlertLines() {
  const { say } = useTexts();
  const found = useAlerts();
  if (found.error) return <ErrorNote error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Waiting rows={2} height={32} />;
  if (found.data.length === 0) return <Empty title={say("boards.no_alerts")}>{say("boards.no_alerts_next")}</Empty>;
  return (
    <div className={tables.scroll} tabIndex={0} role="region" aria-label={say("boards.alerts")}>
      <table className={`${tables.table} ${tables.stacked}`}>
        <thead>
          <tr>
            <th scope="col">{say("boards.name")}</th>
            <th scope="col">{say("boards.alert_state")}</th>
            <th scope="col" data-number>{say("boards.alert_value")}</th>
            <th scope="col">{say("boards.alert_range")}</th>
            <th scope="col">{say("boards.alert_told")}</th>
            <th scope="col"><span className="unseen">{say("boards.forget")}</span></th>
          </tr>
        </thead>
        <tbody>{found.data.map((alert) => <AlertLine key={alert.id} alert={alert} />)}</tbody>
      </table>
    </div>
  );
}

function AlertLine({ alert }: { alert: Alert }) {
  const { say } = useTexts();
  const format = useFormat();
  const { check, rest, remove, again } = useAlerting();
  const [open, setOpen] = useState<"edit" | "renew" | null>(null);
  const question = useSavedQuestions().data?.find(({ id }) => id === alert.question);
  const segment = useSegmentNames(alert.segment !== "").data?.find(({ key }) => key === alert.segment);
  const messages = useMessages(alert.id).data ?? [];
  const parked = messages.find(({ state }) => state === "parked");
  const { bounds, on } = alert.watch;
  const number = (value: number | null | undefined) => (value === null || value === undefined ? "–" : format.number(value, Math.abs(value) < 1 ? 4 : 2));
  const { low = null, high = null } = bounds;
  const range = low === null ? `≤ ${number(high)}` : high === null ? `≥ ${number(low)}` : `${number(low)} – ${number(high)}`;
  const state = on ? alert.state : "resting";
  const error = check.error ?? rest.error ?? remove.error ?? again.error;
  return (
    <>
      <tr>
        <th scope="row">
          <strong>{alert.name}</strong>
          {question && question.name !== alert.name && <small>{question.name}</small>}
          {alert.segment && <small><Link className={classes.about} to="/segments/$segment" params={{ segment: alert.segment }}>{say("boards.alert_segment", { name: segment?.name ?? alert.segment })}</Link></small>}
        </th>
        <td data-label={say("boards.alert_state")}>
          <span className={state === "outside" ? classes.out : undefined}>{say(`boards.state_${state}`)}</span>
          <small>{alert.trouble ? say("boards.alert_trouble") : say("boards.alert_since", { at: format.moment(alert.since) })}</small>
        </td>
        <td data-number data-label={say("boards.alert_value")}>{number(alert.value)}</td>
        <td className={classes.whole} data-label={say("boards.alert_range")}>{bounds.usual ? say("boards.alert_usual") : range}</td>
        <td data-label={say("boards.alert_told")}>
          {[...(alert.watch.emails ?? []), ...(alert.watch.webhook ? [say("boards.alert_webhook")] : [])].join(", ")}
          {parked && (
            <small>
              {say("boards.alert_parked")} <Button size="compact-xs" variant="subtle" onClick={() => again.mutate({ alert: alert.id, message: parked.sequence })}>{say("boards.alert_again")}</Button>
            </small>
          )}
        </td>
        <td data-corner>
          <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
            <Menu.Target><Button size="compact-sm" variant="subtle" color="gray" aria-label={say("boards.more", { name: alert.name })}><IconDots size={16} aria-hidden="true" /></Button></Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => setOpen("edit")}>{say("boards.alert_edit")}</Menu.Item>
              {alert.watch.webhook && <Menu.Item onClick={() => setOpen("renew")}>{say("boards.alert_renew")}</Menu.Item>}
              <Menu.Item onClick={() => check.mutate(alert.id)}>{say("boards.alert_check")}</Menu.Item>
              <Menu.Item onClick={() => rest.mutate(alert)}>{say(on ? "boards.alert_rest" : "boards.alert_resume")}</Menu.Item>
              <Menu.Item color="red" onClick={() => remove.mutate(alert.id)}>{say("boards.alert_remove")}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
          {open === "edit" && <EditAlert alert={alert} close={() => setOpen(null)} />}
          {open === "renew" && <RenewSecret alert={alert} close={() => setOpen(null)} />}
        </td>
      </tr>
      {error && <tr><td colSpan={6}><ErrorNote error={error} /></td></tr>}
    </>
  );
}
