import { Select } from "@mantine/core";
import { useMemo } from "react";
import { nameIn } from "~/kit/names";
import { useTexts } from "~/texts/texts";
import { useBuilding } from "./context";
import classes from "./condition.module.css";
import { FrameField } from "./fields/FrameField";
import { HappeningField } from "./fields/HappeningField";
import { DateFields, SegmentField, ShareFields, StageFields } from "./fields/KnownFields";
import { DurationField, LimitsField, NumberField } from "./fields/NumberFields";
import { StepsField } from "./fields/StepsField";
import { AnswerFields, ConsentFields, FreshField, IdentifierField } from "./fields/ReachedFields";
import { signOf, TestField, type Told, useOffered } from "./fields/TestField";
import { AddTest, WhereTests } from "./fields/WhereTests";
import { type Known, MEASURES } from "./kinds";
import { put } from "./parts";
import { type Body, isBody } from "./tree";

interface LeafProps {
  kind: Known;
  body: Body;
  change: (body: Body, field?: string) => void;
  wrong?: string | undefined;
}

const EVENTS: readonly Known[] = ["did", "did_not", "first", "last", "silent", "slower_than_usual", ...MEASURES];
const TIMED: readonly Known[] = ["did", "did_not", "first", "last", ...MEASURES];

/** The fields of one statement, in the order in which it is read. */
export function LeafFields({ kind, body, change, wrong }: LeafProps) {
  const { say } = useTexts();
  if (kind === "in_order") return <><FrameField body={body} change={change} wrong={wrong} /><StepsField body={body} change={change} wrong={wrong} /></>;
  if (kind === "stage") return <StageFields body={body} change={change} wrong={wrong} />;
  if (kind === "segment" || kind === "list") return <SegmentField of={kind} body={body} change={change} wrong={wrong} />;
  if (kind === "trait" || kind === "computed" || kind === "account") return <ToldFields kind={kind} body={body} change={change} wrong={wrong} />;
  if (kind === "identifier") return <IdentifierField body={body} change={change} />;
  if (kind === "consent") return <ConsentFields body={body} change={change} wrong={wrong} />;
  if (kind === "answer") return <AnswerFields body={body} change={change} wrong={wrong} />;
  if (kind === "date") return <DateFields body={body} change={change} wrong={wrong} />;
  if (kind === "share") return <ShareFields body={body} change={change} />;
  return (
    <>
      {MEASURES.includes(kind) && <OfField kind={kind} body={body} change={change} wrong={wrong} />}
      {EVENTS.includes(kind) && <HappeningField label={say("condition.happening")} body={body} change={change} wrong={wrong} />}
      {kind === "did" && <TimesField body={body} change={change} />}
      {MEASURES.includes(kind) && <MeasureLimits kind={kind} body={body} change={change} />}
      {kind === "silent" && <><span>{say("condition.for")}</span><DurationField label={say("condition.for")} written={body.for} change={(to) => change(put(body, "for", to), "for")} /></>}
      {kind === "slower_than_usual" && <SlowerField body={body} change={change} />}
      {TIMED.includes(kind) && <FrameField body={body} change={change} wrong={wrong} />}
      <AddTest body={body} change={change} />
      {(kind === "first" || kind === "last") && <EndTest body={body} change={change} wrong={wrong} />}
      <WhereTests body={body} change={change} wrong={wrong} />
    </>
  );
}

/** Something that is known of the customer: a trait and how old it may be, a computed one, or one of an account. */
function ToldFields({ kind, body, change, wrong }: Omit<LeafProps, "kind"> & { kind: "trait" | "computed" | "account" }) {
  const { say, language } = useTexts();
  const { words } = useBuilding();
  const traits = useMemo<readonly Told[]>(() => (kind === "account" ? words.account_traits : kind === "trait" ? words.traits : words.computed.map((each) => ({ ...each, label: nameIn(each.title, language) }))), [kind, words, language]);
  const set = (to: Body) => change({ trait: "", ...to, ...(body.fresh === undefined ? {} : { fresh: body.fresh }) }, "test");
  const none = traits.length === 0 && !body.trait;
  return (
    <>
      {none && kind !== "trait" ? <span className={classes.word}>{say(`condition.no_${kind}s`)}</span> : <TestField traits={traits} body={body} change={set} wrong={wrong} />}
      {kind === "trait" && <FreshField body={body} change={change} />}
    </>
  );
}

function TimesField({ body, change }: Pick<LeafProps, "body" | "change">) {
  const { say } = useTexts();
  const times = isBody(body.times) ? body.times : { at_least: 1 };
  return (
    <>
      <LimitsField label={say("condition.times")} body={times} change={(to) => change(put(body, "times", to), "times")} whole least={0} />
      <span>{say("condition.times")}</span>
    </>
  );
}

function MeasureLimits({ kind, body, change }: Pick<LeafProps, "kind" | "body" | "change">) {
  const { say } = useTexts();
  const currency = typeof body.currency === "string" ? signOf(body.currency) : undefined;
  return <LimitsField label={say(`condition.kind_${kind}`)} body={body} change={(to) => change(to, "limits")} suffix={kind === "distinct" ? undefined : (currency ?? "")} whole={kind === "distinct"} />;
}

function SlowerField({ body, change }: Pick<LeafProps, "body" | "change">) {
  const { say } = useTexts();
  return (
    <>
      <span>{say("condition.slower_by")}</span>
      <NumberField label={say("condition.slower_times")} value={typeof body.times === "number" ? body.times : ""} change={(to) => change(put(body, "times", to), "times")} least={0} />
      <span>{say("condition.slower_times")}</span>
    </>
  );
}

/** What is measured of an event: one of its numbers, for different values anything. */
function OfField({ kind, body, change, wrong }: LeafProps) {
  const { say } = useTexts();
  const { words } = useBuilding();
  const offered = useOffered(body);
  const own = typeof body.property === "string" ? body.property : "";
  const data = useMemo(() => {
    const fits = [...offered].filter(([, of]) => kind === "distinct" || of === "number").map(([name]) => name);
    const properties = [...new Set([...fits, ...(own ? [own] : [])])].map((name) => ({ value: `property:${name}`, label: name.replaceAll("_", " ") }));
    const fields = (kind === "distinct" ? ["channel"] as const : ["amount", "rating"] as const).map((name) => ({ value: `field:${name}`, label: say(`condition.field_${name}`) }));
    return [{ group: say("condition.of_field"), items: fields }, { group: say("condition.of_property"), items: properties }].filter(({ items }) => items.length > 0);
  }, [offered, own, kind, say]);
  const value = own ? `property:${own}` : typeof body.field === "string" ? `field:${body.field}` : null;
  const set = (written: string | null) => {
    const { property: _p, field: _f, currency: _c, ...rest } = body;
    const [source = "field", ...name] = (written ?? "").split(":");
    const chosen = name.join(":");
    change({ ...rest, [source]: chosen, ...(source === "field" && chosen === "amount" && words.currency ? { currency: words.currency } : {}) });
  };
  return (
    <>
      <Select size="xs" className={classes.name ?? ""} aria-label={say("condition.measured")} placeholder={say("condition.choose_property")} data={data} value={value} onChange={set} error={wrong !== undefined && wrong === own} searchable allowDeselect={false} comboboxProps={{ width: 240, position: "bottom-start" }} />
      <span className={classes.word}>{say("condition.over")}</span>
    </>
  );
}

function EndTest({ body, change, wrong }: Omit<LeafProps, "kind">) {
  const { say } = useTexts();
  const test = isBody(body.test) ? body.test : {};
  return (
    <div className={classes.test}>
      <span className={classes.word}>{say("condition.had")}</span>
      <TestField of={body} body={test} change={(to) => change({ ...body, test: to }, "test")} wrong={wrong} />
    </div>
  );
}
