import { MultiSelect, Select } from "@mantine/core";
import { useMemo } from "react";
import { useTexts } from "~/texts/texts";
import { useBuilding } from "../context";
import classes from "../condition.module.css";
import { oneOrAll, put } from "../parts";
import type { Body } from "../tree";
import { FrameField } from "./FrameField";
import { DurationField, LimitsField } from "./NumberFields";
import { byNameOrKey } from "./searching";

interface FieldProps {
  body: Body;
  change: (body: Body, field?: string) => void;
  wrong?: string | undefined;
}

const word = (value: unknown) => (typeof value === "string" ? value : "");
const named = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).filter((each): each is string => typeof each === "string");
/** What is offered, and what stands there though it is not. */
const and = (offered: string[], own: string) => [...new Set([...offered, ...(own ? [own] : [])])];
const STATES = ["granted", "withdrawn", "unknown"] as const;

/** Is known by an identifier of some kind. */
export function IdentifierField({ body, change }: FieldProps) {
  const { say } = useTexts();
  const { words } = useBuilding();
  return <Select size="xs" className={classes.name ?? ""} aria-label={say("condition.identifier")} placeholder={say("condition.choose_identifier")} data={words.identifiers.map((value) => ({ value, label: say(`condition.identifier_${value}`) }))} value={word(body.is) || null} onChange={(kind) => change(put(body, "is", kind ?? ""))} allowDeselect={false} />;
}

/** Where somebody stands on a purpose and a channel. */
export function ConsentFields({ body, change, wrong }: FieldProps) {
  const { say } = useTexts();
  const { words, nameOf } = useBuilding();
  const [to, by] = [word(body.to), word(body.by)];
  const channels = words.consent_channels as ("email" | "sms" | "zalo" | "push" | "call")[];
  return (
    <>
      <Select size="xs" className={classes.operator ?? ""} aria-label={say("condition.consent_state")} data={STATES.map((value) => ({ value, label: say(`condition.consent_${value}`) }))} value={word(body.is) || "granted"} onChange={(state) => change(put(body, "is", state === "granted" ? undefined : (state ?? undefined)))} allowDeselect={false} />
      <Select size="xs" className={classes.what ?? ""} aria-label={say("condition.purpose")} placeholder={say("condition.choose_purpose")} data={and(words.purposes.map(({ key }) => key), to).map((value) => ({ value, label: nameOf("purpose", value) }))} value={to || null} onChange={(purpose) => change(put(body, "to", purpose ?? ""))} error={wrong !== undefined && wrong === to} allowDeselect={false} comboboxProps={{ width: 320, position: "bottom-start" }} />
      <span className={classes.word}>{say("condition.by_channel")}</span>
      <Select size="xs" className={classes.name ?? ""} aria-label={say("condition.consent_channel")} placeholder={say("condition.choose_channel")} data={channels.map((value) => ({ value, label: say(`consents.channel_${value}`) }))} value={by || null} onChange={(channel) => change(put(body, "by", channel ?? ""))} error={wrong !== undefined && wrong === by} allowDeselect={false} />
    </>
  );
}

/** The last answer on a scale, as it was given. */
export function AnswerFields({ body, change, wrong }: FieldProps) {
  const { say } = useTexts();
  const { words, nameOf } = useBuilding();
  const names = named(body.event);
  const scale = words.scales.find((each) => each.scale === body.scale);
  const events = useMemo(() => {
    const rated = words.events.filter((each) => each.rated).map(({ name }) => name);
    return [...new Set([...rated, ...names])].map((value) => ({ value, label: nameOf("event", value) }));
  }, [words, nameOf, names.join()]);
  return (
    <>
      <Select size="xs" className={classes.name ?? ""} aria-label={say("condition.scale")} placeholder={say("condition.choose_scale")} data={words.scales.map(({ scale: value }) => ({ value, label: say(`import.scale_${value}`) }))} value={word(body.scale) || null} onChange={(next) => change(put(body, "scale", next ?? ""))} allowDeselect={false} />
      <LimitsField label={say("condition.answer")} body={body} change={(to) => change(to, "limits")} {...(scale && { least: scale.low, most: scale.high })} />
      <MultiSelect size="xs" className={classes.what ?? ""} aria-label={say("condition.answered_to")} placeholder={names.length === 0 ? say("condition.answered_to_any") : undefined} data={events} value={names} onChange={(next) => change(put(body, "event", next.length > 0 ? oneOrAll(next) : undefined))} error={wrong !== undefined && names.includes(wrong)} filter={byNameOrKey} searchable hidePickedOptions nothingFoundMessage={say("selection.nothing_found")} comboboxProps={{ width: 320, position: "bottom-start" }} />
      <FrameField body={body} change={change} wrong={wrong} />
    </>
  );
}

/** How long ago a trait may have been told at most: a score of last year says little of today. */
export function FreshField({ body, change }: FieldProps) {
  const { say } = useTexts();
  const fresh = body.fresh !== undefined;
  return (
    <>
      <Select size="xs" className={classes.set ?? ""} aria-label={say("condition.fresh")} data={[{ value: "any", label: say("condition.fresh_any") }, { value: "fresh", label: say("condition.fresh_last") }]} value={fresh ? "fresh" : "any"} onChange={(chosen) => change(put(body, "fresh", chosen === "fresh" ? "30d" : undefined))} allowDeselect={false} />
      {fresh && <DurationField label={say("condition.fresh_last")} written={body.fresh} change={(to) => change(put(body, "fresh", to), "fresh")} />}
    </>
  );
}
