import { Button, Loader, MultiSelect, Select } from "@mantine/core";
import { DatePickerInput } from "@mantine/dates";
import { IconCalendar, IconFilter, IconRoute, IconUsersGroup } from "@tabler/icons-react";
import { useMemo } from "react";
import type { Choices } from "~/api/types";
import { useChannelName } from "~/kit/drawing/ChannelIcon";
import { useFormat } from "~/kit/format";
import { useName } from "~/kit/names";
import { addDays, dayOf, useZone } from "~/kit/zone";
import { useTexts } from "~/texts/texts";
import classes from "./SelectionBar.module.css";
import { type Chosen, isWhole } from "./selection";
import { useChoices } from "./useChoices";
import { useKeptSegments } from "./useKeptSegments";

interface BarProps {
  chosen: Chosen;
  choose: (change: Partial<Chosen>) => void;
  busy: boolean;
  /** Whether members of segments that are kept can be looked at alone. */
  kept?: boolean;
}

/** Segment, period, channels and stage set: what the page is asked over. */
export function SelectionBar({ chosen, choose, busy, kept = false }: BarProps) {
  const { say } = useTexts();
  const found = useChoices();
  return (
    <div className={classes.bar} role="group" aria-label={say("selection.label")}>
      <SegmentPicker choices={found} chosen={chosen} choose={choose} wanted={kept} />
      <PeriodPicker choices={found} chosen={chosen} choose={choose} />
      <ChannelPicker choices={found} chosen={chosen} choose={choose} />
      <SetPicker choices={found} chosen={chosen} choose={choose} />
      {!isWhole(chosen) && (
        <Button variant="subtle" size="xs" onClick={() => choose({ from: undefined, to: undefined, channel: undefined, trait: undefined, segment: undefined })}>
          {say("selection.reset")}
        </Button>
      )}
      <span className={classes.busy} role="status">
        {busy && (
          <>
            <Loader size={14} aria-hidden="true" />
            <span className="unseen">{say("state.loading")}</span>
          </>
        )}
      </span>
    </div>
  );
}

interface PickerProps {
  choices: Choices | undefined;
  chosen: Chosen;
  choose: BarProps["choose"];
}

const KEPT = "segment:";

/** Who is looked at: members of segments that are kept, and customers with these traits. */
function SegmentPicker({ choices, chosen, choose, wanted }: PickerProps & { wanted: boolean }) {
  const { say } = useTexts();
  const format = useFormat();
  const kept = useKeptSegments(wanted);
  const data = useMemo(() => {
    const segments = (kept ?? []).map(({ key, name, size }) => ({ value: KEPT + key, label: `${name} (${format.compact(size)})` }));
    const unknown = (chosen.segment ?? []).filter((key) => !(kept ?? []).some((each) => each.key === key)).map((key) => ({ value: KEPT + key, label: key }));
    const traits = (choices?.traits ?? []).map((trait) => ({
      group: trait.name,
      items: trait.values.map(({ value, customers }) => ({ value: `${trait.name}=${value}`, label: `${value || say("selection.no_value")} (${format.compact(customers)})` })),
    }));
    const all = [...segments, ...unknown];
    return all.length > 0 ? [{ group: say("selection.kept"), items: all }, ...traits] : traits;
  }, [choices, kept, chosen.segment, format, say]);
  const value = [...(chosen.segment ?? []).map((key) => KEPT + key), ...(chosen.trait ?? [])];
  const many = (found: string[]) => (found.length > 0 ? found : undefined);
  return (
    <MultiSelect
      size="xs"
      className={(value.length > 0 ? classes.wide : classes.normal) ?? ""}
      aria-label={say("selection.segment")}
      placeholder={value.length > 0 ? undefined : say("selection.everyone")}
      leftSection={<IconUsersGroup size={15} aria-hidden="true" />}
      data={data}
      value={value}
      onChange={(found) => choose({ segment: many(found.filter((one) => one.startsWith(KEPT)).map((one) => one.slice(KEPT.length))), trait: many(found.filter((one) => !one.startsWith(KEPT))) })}
      searchable
      clearable
      limit={80}
      nothingFoundMessage={say("selection.nothing_found")}
      disabled={data.length === 0}
      comboboxProps={{ width: 300, position: "bottom-start" }}
    />
  );
}

function PeriodPicker({ choices, chosen, choose }: PickerProps) {
  const { say, language } = useTexts();
  const zone = useZone();
  const last = choices ? dayOf(Math.max(choices.from_at, choices.to_at - 1), zone) : undefined;
  const presets = last
    ? [30, 90, 365].map((days) => ({ label: say("selection.last_days", { count: days }), value: [addDays(last, 1 - days), last] as [string, string] }))
    : [];
  return (
    <DatePickerInput
      type="range"
      size="xs"
      className={(chosen.from ? classes.middle : classes.normal) ?? ""}
      aria-label={say("selection.period")}
      placeholder={say("selection.all_time")}
      leftSection={<IconCalendar size={15} aria-hidden="true" />}
      valueFormat={language === "vi" ? "DD/MM/YYYY" : "D MMM YYYY"}
      value={[chosen.from ?? null, chosen.to ?? null]}
      onChange={([from, to]) => {
        if ((from && to) || (!from && !to)) choose({ from: from ?? undefined, to: to ?? undefined });
      }}
      {...(choices ? { minDate: dayOf(choices.from_at, zone), maxDate: last as string } : {})}
      {...(last && !chosen.to ? { defaultDate: last } : {})}
      presets={presets}
      allowSingleDateInRange
      clearable
      popoverProps={{ shadow: "md" }}
    />
  );
}

function ChannelPicker({ choices, chosen, choose }: PickerProps) {
  const { say } = useTexts();
  const name = useChannelName();
  return (
    <MultiSelect
      size="xs"
      className={(chosen.channel ? classes.middle : classes.normal) ?? ""}
      aria-label={say("selection.channel")}
      placeholder={chosen.channel ? undefined : say("selection.every_channel")}
      leftSection={<IconFilter size={15} aria-hidden="true" />}
      data={(choices?.channels ?? []).map(({ channel }) => ({ value: channel, label: name(channel) }))}
      value={chosen.channel ?? []}
      onChange={(channel) => choose({ channel: channel.length > 0 ? channel : undefined })}
      clearable
      disabled={!choices || choices.channels.length === 0}
      comboboxProps={{ width: 240, position: "bottom-start" }}
    />
  );
}

function SetPicker({ choices, chosen, choose }: PickerProps) {
  const { say } = useTexts();
  const name = useName();
  const sets = choices?.stage_sets ?? [];
  return (
    <Select
      size="xs"
      className={classes.middle ?? ""}
      aria-label={say("selection.stage_set")}
      leftSection={<IconRoute size={15} aria-hidden="true" />}
      data={sets.map((set) => ({ value: set.key, label: name(set.name) }))}
      value={chosen.set ?? sets[0]?.key ?? null}
      onChange={(set) => choose({ set: set ?? undefined })}
      allowDeselect={false}
      disabled={sets.length < 2}
    />
  );
}
