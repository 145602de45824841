import { ActionIcon, Button, Select, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import type { Plan } from "~/api/types";
import { useTexts } from "~/texts/texts";
import { columnOf, type EventRule, eventName, eventsOf, type Mapping, SCALES, tableOf, textOf, withEvent, withNewEvent, withoutEvent } from "./mapping";
import { useUseNames } from "./useNames";
import { ValueField } from "./ValueField";
import classes from "./wizard.module.css";

interface RulesProps {
  columns: Plan["columns"];
  mapping: Mapping;
  change: (mapping: Mapping) => void;
}

/** One card per event that a row may make. */
export function EventRules({ columns, mapping, change }: RulesProps) {
  const { say } = useTexts();
  const events = eventsOf(mapping);
  const time = textOf(events[0]?.time) || columns[0]?.name || "";
  return (
    <fieldset className={classes.field}>
      <legend>{say("import.events")}</legend>
      <div className={classes.cards}>
        {events.map((event, i) => (
          <RuleCard key={i} event={event} columns={columns.map((column) => column.name)} change={(part) => change(withEvent(mapping, i, part))} remove={events.length > 1 ? () => change(withoutEvent(mapping, i)) : null} />
        ))}
      </div>
      <Button size="xs" variant="default" mt={10} leftSection={<IconPlus size={14} aria-hidden="true" />} onClick={() => change(withNewEvent(mapping, time))}>
        {say("import.add_event")}
      </Button>
    </fieldset>
  );
}

interface CardProps {
  event: EventRule;
  columns: string[];
  change: (part: EventRule | Record<string, undefined>) => void;
  remove: (() => void) | null;
}

function RuleCard({ event, columns, change, remove }: CardProps) {
  const { say } = useTexts();
  const names = useUseNames();
  const rating = tableOf(event, "rating");
  const setRating = (column: string | null, scale: string | null) => change({ rating: column ? { column, scale: scale ?? "stars5" } : undefined } as Record<string, undefined>);
  const choose = (key: string) => (column: string | null) => change({ [key]: column ?? undefined } as Record<string, undefined>);
  return (
    <section className={classes.rule} aria-label={eventName(event) || say("import.new_event")}>
      <ValueField label={say("import.event_name")} value={event.name} columns={columns} change={(name) => change({ name } as EventRule)} />
      <Select size="xs" label={names.use("time")} data={columns} value={textOf(event.time) || null} onChange={choose("time")} allowDeselect={false} searchable />
      <ValueField label={names.use("channel")} value={event.channel} columns={columns} change={(channel) => change({ channel } as EventRule)} />
      <Select size="xs" label={names.use("amount")} data={columns} value={textOf(event.amount) || columnOf(event.amount) || null} onChange={choose("amount")} clearable searchable placeholder="–" />
      <Select size="xs" label={names.use("rating")} data={columns} value={columnOf(event.rating) || null} onChange={(column) => setRating(column, textOf(rating.scale))} clearable searchable placeholder="–" />
      {columnOf(event.rating) !== "" && (
        <Select size="xs" label={say("import.scale")} data={SCALES.map((scale) => ({ value: scale, label: names.scale(scale) }))} value={textOf(rating.scale) || "stars5"} onChange={(scale) => setRating(columnOf(event.rating), scale)} allowDeselect={false} />
      )}
      <Select size="xs" label={names.use("comment")} data={columns} value={textOf(event.comment) || null} onChange={choose("comment")} clearable searchable placeholder="–" />
      {columnOf(event.rating) !== "" && typeof event.about !== "object" && (
        <TextInput size="xs" label={names.use("about")} value={textOf(event.about)} placeholder="order.delivered" onChange={(input) => change({ about: input.currentTarget.value || undefined } as Record<string, undefined>)} />
      )}
      {remove && (
        <ActionIcon className={classes.remove ?? ""} variant="subtle" color="gray" aria-label={say("import.remove_event", { event: eventName(event) })} onClick={remove}>
          <IconTrash size={16} aria-hidden="true" />
        </ActionIcon>
      )}
    </section>
  );
}
