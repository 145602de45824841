import { MultiSelect } from "@mantine/core";
import { useMemo } from "react";
import { useFormat } from "~/kit/format";
import { useTexts } from "~/texts/texts";
import { useBuilding } from "../context";
import classes from "../condition.module.css";
import { HAPPENINGS, type Happening, type HappeningKind, happening, withHappening } from "../parts";
import { byNameOrKey } from "./searching";
import type { Body } from "../tree";

interface HappeningProps {
  label: string;
  body: Body;
  change: (body: Body) => void;
  /** A word that is wrong here. */
  wrong?: string | undefined;
}

const EVENT = "event:";
const PASSAGES: Partial<Record<HappeningKind, "condition.entering" | "condition.leaving">> = { entered_segment: "condition.entering", left_segment: "condition.leaving" };
/** `event:order.placed`; a stage of another set than the workspace's own is `stage@loyalty:gold`. */
const valueOf = (kind: string, name: string, set = "") => `${kind}${set === "" ? "" : `@${set}`}:${name}`;

function partsOf(value: string): [Happening["kind"], string, string] {
  const at = value.indexOf(":");
  const [written = "", set = ""] = value.slice(0, at).split("@");
  return [HAPPENINGS.find((each) => each === written) ?? "", value.slice(at + 1), set];
}

/** What is looked for: events, touchpoints, stages that are entered, segments that are entered or left, or anything;
 * several of one kind mean any of them. Where only what is dated may be said, no stages and segments. */
export function HappeningField({ label, body, change, wrong }: HappeningProps) {
  const { say } = useTexts();
  const format = useFormat();
  const { words, nameOf, dated } = useBuilding();
  const what = happening(body);
  const value = what.kind === "anything" ? ["anything:"] : what.names.map((name) => valueOf(what.kind, name, what.set));
  const undated = useMemo(() => new Map(words.segments.flatMap(({ key, undated: why }) => (why === "" ? [] : [[key, why] as const]))), [words]);
  const customers = useMemo(() => new Map(words.events.map((each) => [`event:${each.name}`, each.customers])), [words]);
  const data = useMemo(() => {
    const own = (kind: HappeningKind, of = "") => (kind === what.kind && of === what.set ? what.names : []);
    const label = (kind: HappeningKind, name: string, of: string) => {
      if (kind === "anything") return say("condition.anything");
      const passage = PASSAGES[kind];
      if (passage) return say(passage, { name: nameOf("segment", name) });
      return of === "" ? nameOf(kind, name) : `${nameOf(kind, name, of)} · ${nameOf("set", of)}`;
    };
    const items = (kind: HappeningKind, names: string[], of = "") => [...new Set([...names, ...own(kind, of)])].map((name) => ({ value: valueOf(kind, name, of), label: label(kind, name, of), disabled: kind in PASSAGES && undated.has(name) && !own(kind).includes(name) }));
    const sets = dated ? words.stage_sets.filter(({ key }) => key === what.set) : words.stage_sets;
    const others = sets.filter(({ key }) => key !== words.stage_sets[0]?.key);
    const segments = dated ? [] : words.segments.map(({ key }) => key);
    return [
      { group: say("condition.of_event"), items: items("event", words.events.map(({ name }) => name)) },
      { group: say("condition.of_touchpoint"), items: items("touchpoint", words.touchpoints.map(({ key }) => key)) },
      { group: say("condition.of_stage"), items: items("stage", dated ? [] : words.stages.map(({ key }) => key)) },
      ...others.map((each) => ({ group: say("condition.of_stage_set", { set: nameOf("set", each.key) }), items: items("stage", each.stages.map(({ key }) => key), each.key) })),
      { group: say("condition.of_entered_segment"), items: items("entered_segment", segments) },
      { group: say("condition.of_left_segment"), items: items("left_segment", segments) },
      { group: say("condition.of_anything"), items: items("anything", [""]) },
    ].filter(({ items: found }) => found.length > 0);
  }, [words, nameOf, say, dated, undated, what.kind, what.set, what.names.join()]);
  const set = (next: string[]) => {
    const [kind, , of] = partsOf(next.at(-1) ?? "");
    const chosen = next.map(partsOf).filter(([each, , where]) => each === kind && where === of);
    change(withHappening(body, { kind, names: kind === "anything" ? [] : chosen.map(([, name]) => name), set: of }));
  };
  return (
    <MultiSelect
      size="xs"
      className={classes.what ?? ""}
      aria-label={label}
      placeholder={value.length === 0 ? say("condition.choose_happening") : undefined}
      data={data}
      value={value}
      onChange={set}
      error={wrong !== undefined && what.names.includes(wrong)}
      renderOption={({ option }) => (
        <span className={classes.option}>
          <span>
            {option.label}
            {option.disabled && <small className={classes.written}>{say(`condition.undated_${undated.get(option.value.slice(option.value.indexOf(":") + 1)) ?? "no_history"}`)}</small>}
            {customers.has(option.value) && option.label !== option.value.slice(EVENT.length) && <small className={classes.written}>{option.value.slice(EVENT.length)}</small>}
          </span>
          {customers.has(option.value) && <small>{format.compact(customers.get(option.value) ?? 0)}</small>}
        </span>
      )}
      searchable
      hidePickedOptions
      limit={200}
      filter={byNameOrKey}
      nothingFoundMessage={say("selection.nothing_found")}
      comboboxProps={{ width: 320, position: "bottom-start" }}
    />
  );
}
