import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api, body } from "~/api/client";
import type { ConditionCount, Segment } from "~/api/types";
import { CustomerLines } from "~/kit/behind/CustomerLines";
import { ConditionBuilder } from "~/kit/condition/ConditionBuilder";
import type { Body } from "~/kit/condition/tree";
import { useFormat } from "~/kit/format";
import { Card } from "~/kit/page/Page";
import { ErrorNote } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import classes from "./segments.module.css";

interface FormProps {
  /** The segment that is changed; undefined for a new one. */
  segment?: Segment;
  document: Body | null;
  error: unknown;
  busy: boolean;
  save: (name: string, condition: Body, webhook: string) => void;
  cancel: () => void;
}

/** A name and a condition; of a segment that is there, also who would enter and leave it. */
export function SegmentForm({ segment, document, error, busy, save, cancel }: FormProps) {
  const { say } = useTexts();
  const [name, setName] = useState(segment?.name ?? "");
  const [condition, setCondition] = useState(document);
  const [webhook, setWebhook] = useState(segment?.webhook ?? "");
  const changed = segment !== undefined && condition !== null && JSON.stringify(condition) !== JSON.stringify(segment.condition);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (condition && name.trim()) save(name.trim(), condition, webhook.trim());
  };
  return (
    <div className={classes.stack}>
      <form className={classes.naming} onSubmit={submit}>
        <TextInput className={classes.grow ?? ""} label={say("segments.name")} description={segment ? undefined : say("segments.name_hint")} inputWrapperOrder={["label", "input", "description"]} maxLength={120} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <span className={classes.acts}>
          <Button variant="default" onClick={cancel}>{say("action.cancel")}</Button>
          <Button type="submit" loading={busy} disabled={!name.trim() || !condition}>{say(segment ? "segments.save" : "segments.create")}</Button>
        </span>
      </form>
      {Boolean(error) && <ErrorNote error={error} />}
      <Card>
        <ConditionBuilder label={say("segments.condition")} document={condition} change={setCondition} now />
      </Card>
      <Card title={say("segments.webhook")} hint={say("segments.webhook_hint")}>
        <TextInput className={classes.place ?? ""} aria-label={say("segments.webhook")} placeholder="https://" type="url" maxLength={2000} value={webhook} onChange={(event) => setWebhook(event.currentTarget.value)} />
      </Card>
      {changed && <Preview segment={segment} condition={condition} />}
    </div>
  );
}

const inside = (document: Body) => document.condition ?? {};

/** Who would enter and who would leave, before anything is kept. */
function Preview({ segment, condition }: { segment: Segment; condition: Body }) {
  const { say } = useTexts();
  const now: Body = { segment: { is: segment.key } };
  const entering: Body = { version: 1, condition: { all: [inside(condition), { none: [now] }] } };
  const leaving: Body = { version: 1, condition: { all: [now, { none: [inside(condition)] }] } };
  return (
    <Card title={say("segments.preview")} hint={say("segments.preview_hint")}>
      <div className={classes.preview}>
        <Moving title={say("segments.would_enter")} document={entering} />
        <Moving title={say("segments.would_leave")} document={leaving} />
      </div>
    </Card>
  );
}

function Moving({ title, document }: { title: string; document: Body }) {
  const { say } = useTexts();
  const format = useFormat();
  const given = { condition: document, text: "", now: true };
  const count = useQuery<ConditionCount>({ queryKey: ["condition-count", "moving", document], queryFn: ({ signal }) => body(api.POST("/api/conditions/count", { body: given, signal })) });
  const customers = count.data?.counted.customers;
  const sample = useQuery({ queryKey: ["condition-sample", document, true], enabled: (customers ?? 0) > 0, queryFn: ({ signal }) => body(api.POST("/api/conditions/sample", { body: given, signal })) });
  return (
    <section aria-busy={count.isFetching}>
      <h3>{title}</h3>
      {count.error ? <ErrorNote error={count.error} /> : <p className={classes.figure}>{customers === undefined ? "…" : say("behind.customers_count", { count: customers, value: format.number(customers) })}</p>}
      {sample.data && <CustomerLines rows={sample.data.rows.slice(0, 5)} />}
    </section>
  );
}
