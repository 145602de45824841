import { Button, Drawer, TextInput, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api, body } from "~/api/client";
import type { EventLine, EventsPage, ExpectedEvent } from "~/api/types";
import { useFormat } from "~/kit/format";
import { Named } from "~/kit/names";
import { ErrorNote } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import { ExpectedProperties } from "./ExpectedProperties";
import classes from "./events.module.css";

/** One event: what differs, who uses it, and what the plan expects of it. */
export function EventDrawer({ line, show, close }: { line: EventLine; show: (page: EventsPage) => void; close: () => void }) {
  const { say } = useTexts();
  const blank: ExpectedEvent = { event: line.event, properties: [], description_en: "", description_vi: "", owner: "" };
  const [draft, setDraft] = useState<ExpectedEvent>(line.planned ?? blank);
  const done = (page: EventsPage) => {
    show(page);
    close();
  };
  const saving = useMutation({ mutationFn: () => body(api.PUT("/api/plan/events", { body: draft })), onSuccess: done });
  const removing = useMutation({ mutationFn: () => body(api.DELETE("/api/plan/events", { params: { query: { event: line.event } } })), onSuccess: done });
  const error = saving.error ?? removing.error;
  return (
    <Drawer opened onClose={close} position="right" size="xl" title={<code>{line.event}</code>} closeButtonProps={{ "aria-label": say("action.close") }} transitionProps={{ duration: 0 }}>
      <div className={classes.drawer}>
        <Findings line={line} />
        <Uses line={line} />
        <h3>{line.planned ? say("events.expected") : say("events.expect")}</h3>
        <div className={classes.two}>
          <Textarea label={say("events.description_en")} value={draft.description_en} onChange={(event) => setDraft({ ...draft, description_en: event.currentTarget.value })} autosize minRows={2} />
          <Textarea label={say("events.description_vi")} value={draft.description_vi} onChange={(event) => setDraft({ ...draft, description_vi: event.currentTarget.value })} autosize minRows={2} />
        </div>
        <TextInput label={say("events.owner")} placeholder={say("events.owner_help")} value={draft.owner} onChange={(event) => setDraft({ ...draft, owner: event.currentTarget.value })} />
        <ExpectedProperties properties={draft.properties} seen={line.properties} change={(properties) => setDraft({ ...draft, properties })} />
        {error && <ErrorNote error={error} />}
        <div className={classes.foot}>
          {line.planned && (
            <Button variant="subtle" color="red" loading={removing.isPending} onClick={() => removing.mutate()}>
              {say("events.unexpect")}
            </Button>
          )}
          <span />
          <Button variant="default" onClick={close}>{say("action.cancel")}</Button>
          <Button loading={saving.isPending} disabled={draft.properties.some((each) => each.name === "")} onClick={() => saving.mutate()}>
            {line.planned ? say("action.save") : say("events.add")}
          </Button>
        </div>
      </div>
    </Drawer>
  );
}

function Findings({ line }: { line: EventLine }) {
  const { say } = useTexts();
  const format = useFormat();
  if (line.findings.length === 0) return null;
  return (
    <section>
      <h3>{say("events.found")}</h3>
      <ul className={classes.findings}>
        {line.findings.map((each) => (
          <li key={`${each.property}${each.problem}`}>
            <span><Named name={each.said} /></span>
            <strong>{format.number(each.count)}</strong>
            <small>{format.period(each.first_at, each.last_at)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Uses({ line }: { line: EventLine }) {
  const { say } = useTexts();
  const groups = [
    [say("events.touchpoints"), line.used_by.touchpoints],
    [say("events.stages"), line.used_by.stages],
    [say("shell.map"), line.used_by.maps],
  ] as const;
  if (groups.every(([, uses]) => uses.length === 0)) return null;
  return (
    <section>
      <h3>{say("events.used_by")}</h3>
      <dl className={classes.groups}>
        {groups.filter(([, uses]) => uses.length > 0).map(([label, uses]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className={classes.uses}>
              {uses.map((use) => (
                <span key={use.key}><Named name={use.name} /></span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
