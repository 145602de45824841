import { Button, Checkbox, MultiSelect, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api, body } from "~/api/client";
import { useChannelName } from "~/kit/drawing/ChannelIcon";
import { useName } from "~/kit/names";
import { useChoices } from "~/kit/selection/useChoices";
import { useTexts } from "~/texts/texts";
import { useSegments } from "~/rooms/segments/useSegments";
import classes from "./CustomersPage.module.css";
import { isFiltered, type ListChosen, MARKS, SORTS, STATES } from "./filters";

/** Narrow the list down, order it, and choose its columns. */
export function ListFilters({ chosen, choose }: { chosen: ListChosen; choose: (change: Partial<ListChosen>) => void }) {
  const { say } = useTexts();
  const name = useName();
  const channelName = useChannelName();
  const choices = useChoices();
  const traits = useQuery({ queryKey: ["computed-traits"], queryFn: ({ signal }) => body(api.GET("/api/computed-traits", { signal })) });
  const stages = useQuery({ queryKey: ["stage-sets"], queryFn: ({ signal }) => body(api.GET("/api/stage-sets", { signal })) });
  const segments = useSegments();
  const set = (stages.data?.find((each) => each.suggested) ?? stages.data?.[0])?.stage_set;
  const many = (found: string[]) => (found.length > 0 ? found : undefined);
  return (
    <div className={classes.filters} role="group" aria-label={say("customer.filter")}>
      <MultiSelect size="xs" aria-label={say("customers.stage")} placeholder={chosen.stage ? undefined : say("customers.stage")} data={(set?.stages ?? []).map((stage) => ({ value: stage.key, label: name(stage.name) }))} value={chosen.stage ?? []} onChange={(stage) => choose({ stage: many(stage) })} clearable />
      <MultiSelect size="xs" aria-label={say("customers.state")} placeholder={chosen.state ? undefined : say("customers.state")} data={STATES.map((value) => ({ value, label: say(`customer.state_${value}`) }))} value={chosen.state ?? []} onChange={(state) => choose({ state: STATES.some((one) => state.includes(one)) ? STATES.filter((one) => state.includes(one)) : undefined })} clearable />
      <MultiSelect size="xs" aria-label={say("selection.channel")} placeholder={chosen.channel ? undefined : say("selection.every_channel")} data={(choices?.channels ?? []).map(({ channel }) => ({ value: channel, label: channelName(channel) }))} value={chosen.channel ?? []} onChange={(channel) => choose({ channel: many(channel) })} clearable />
      {((segments.data?.length ?? 0) > 0 || chosen.segment) && (
        <MultiSelect size="xs" aria-label={say("customers.segment")} placeholder={chosen.segment ? undefined : say("customers.every_segment")} data={(segments.data ?? []).map(({ key, name: label }) => ({ value: key, label }))} value={chosen.segment ?? []} onChange={(segment) => choose({ segment: many(segment) })} searchable clearable />
      )}
      <Select size="xs" aria-label={say("customers.flag")} placeholder={say("customers.flag")} data={MARKS.map((value) => ({ value, label: say(`customers.flag_${value}`) }))} value={chosen.flag ?? null} onChange={(flag) => choose({ flag: MARKS.find((one) => one === flag) })} clearable />
      {(traits.data?.length ?? 0) > 0 && (
        <MultiSelect size="xs" aria-label={say("customers.columns")} placeholder={chosen.column ? undefined : say("customers.columns")} data={(traits.data ?? []).map((trait) => ({ value: trait.name, label: name(trait.title) || trait.name }))} value={chosen.column ?? []} onChange={(column) => choose({ column: many(column) })} clearable />
      )}
      <Select size="xs" aria-label={say("customers.sort")} data={SORTS.map((value) => ({ value, label: say(`customers.sort_${value}`) }))} value={chosen.sort ?? "last_seen"} onChange={(sort) => choose({ sort: SORTS.find((one) => one === sort && one !== "last_seen") })} allowDeselect={false} />
      <Checkbox size="xs" label={say("customers.conflict")} checked={chosen.conflict ?? false} onChange={(event) => choose({ conflict: event.currentTarget.checked || undefined })} />
      {isFiltered(chosen) && (
        <Button size="xs" variant="subtle" onClick={() => choose({ stage: undefined, state: undefined, channel: undefined, segment: undefined, account: undefined, flag: undefined, conflict: undefined })}>
          {say("selection.reset")}
        </Button>
      )}
    </div>
  );
}
