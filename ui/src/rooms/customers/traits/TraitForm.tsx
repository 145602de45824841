import { Button, Drawer, MultiSelect, NumberInput, Select, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, body } from "~/api/client";
import type { ComputedTrait } from "~/api/types";
import { useChannelName } from "~/kit/drawing/ChannelIcon";
import { useName } from "~/kit/names";
import { useChoices } from "~/kit/selection/useChoices";
import { ErrorNote } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import { keyOf } from "~/rooms/data/catalogue/touchpoint";
import { choicesOf, isWhole, measured, MEASURES, OFS, WINDOWS } from "./definition";
import classes from "./traits.module.css";

/** One computed trait: what it is called, what is measured, of which events, and how far back. */
export function TraitForm({ trait, close }: { trait: ComputedTrait; close: () => void }) {
  const { say } = useTexts();
  const client = useQueryClient();
  const isNew = trait.name === "";
  const [draft, setDraft] = useState(trait);
  const written = isNew ? { ...draft, name: keyOf(draft.title.en || draft.title.vi).replace(/^[0-9_]+/, "") } : draft;
  const done = () => {
    void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== "session" });
    close();
  };
  const saving = useMutation({ mutationFn: () => body(api.PUT("/api/computed-traits/{name}", { params: { path: { name: written.name } }, body: written })), onSuccess: done });
  const removing = useMutation({ mutationFn: () => body(api.DELETE("/api/computed-traits/{name}", { params: { path: { name: trait.name } } })), onSuccess: done });
  const error = saving.error ?? removing.error;
  return (
    <Drawer opened onClose={close} position="right" size="lg" title={<strong>{isNew ? say("traits.add") : trait.name}</strong>} closeButtonProps={{ "aria-label": say("action.close") }} transitionProps={{ duration: 0 }}>
      <form
        className={classes.part}
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate();
        }}
      >
        <div className={classes.two}>
          <TextInput label={say("touchpoint.name_en")} value={draft.title.en} onChange={(event) => setDraft({ ...draft, title: { ...draft.title, en: event.currentTarget.value } })} data-autofocus />
          <TextInput label={say("touchpoint.name_vi")} value={draft.title.vi} onChange={(event) => setDraft({ ...draft, title: { ...draft.title, vi: event.currentTarget.value } })} />
        </div>
        <Measure draft={draft} change={setDraft} />
        <Which draft={draft} change={setDraft} />
        {error && <ErrorNote error={error} />}
        <div className={classes.foot}>
          {!isNew && <Button variant="subtle" color="red" loading={removing.isPending} onClick={() => removing.mutate()}>{say("traits.remove")}</Button>}
          <span />
          <Button variant="default" onClick={close}>{say("action.cancel")}</Button>
          <Button type="submit" disabled={!isWhole(written)} loading={saving.isPending}>{say("action.save")}</Button>
        </div>
      </form>
    </Drawer>
  );
}

interface PartProps {
  draft: ComputedTrait;
  change: (draft: ComputedTrait) => void;
}

function Measure({ draft, change }: PartProps) {
  const { say } = useTexts();
  const may = OFS.filter((one) => choicesOf(draft.measure).includes(one));
  return (
    <div className={classes.two}>
      <Select label={say("traits.measure")} data={MEASURES.map((value) => ({ value, label: say(`traits.measure_${value}`) }))} value={draft.measure} onChange={(measure) => measure && change(measured(draft, measure))} allowDeselect={false} />
      {may.length > 0 && (
        <Select label={say("traits.of")} data={may.map((value) => ({ value, label: say(`traits.of_${value}`) }))} value={draft.of || null} onChange={(of) => of && change({ ...draft, of, property: of === "property" ? draft.property : "" })} allowDeselect={false} />
      )}
      {draft.of === "property" && <TextInput label={say("traits.property")} value={draft.property} onChange={(event) => change({ ...draft, property: event.currentTarget.value })} required />}
    </div>
  );
}

function Which({ draft, change }: PartProps) {
  const { say } = useTexts();
  const name = useName();
  const channelName = useChannelName();
  const choices = useChoices();
  const catalogue = useQuery({ queryKey: ["catalogue"], queryFn: ({ signal }) => body(api.GET("/api/catalogue", { signal })) });
  const touchpoints = useQuery({ queryKey: ["touchpoints"], queryFn: ({ signal }) => body(api.GET("/api/touchpoints", { signal })) });
  const events = [...new Set([...(catalogue.data?.rows ?? []).map((row) => row.event), ...draft.events])];
  const channels = [...new Set([...(choices?.channels ?? []).map(({ channel }) => channel), ...draft.channels])];
  const isOwn = !WINDOWS.some((days) => days === draft.window_days);
  const [own, setOwn] = useState(isOwn);
  const anything = (chosen: string[]) => (chosen.length > 0 ? undefined : say("traits.every_event"));
  return (
    <>
      <MultiSelect label={say("catalogue.touchpoints")} placeholder={anything([...draft.touchpoints, ...draft.events])} data={(touchpoints.data ?? []).map(({ touchpoint }) => ({ value: touchpoint.key, label: name(touchpoint.name) }))} value={draft.touchpoints} onChange={(chosen) => change({ ...draft, touchpoints: chosen })} searchable clearable limit={60} />
      <MultiSelect label={say("catalogue.events")} description={say("traits.events_help")} placeholder={anything([...draft.touchpoints, ...draft.events])} data={events} value={draft.events} onChange={(chosen) => change({ ...draft, events: chosen })} searchable clearable limit={60} />
      <MultiSelect label={say("selection.channel")} placeholder={draft.channels.length > 0 ? undefined : say("selection.every_channel")} data={channels.map((value) => ({ value, label: channelName(value) }))} value={draft.channels} onChange={(chosen) => change({ ...draft, channels: chosen })} clearable />
      <div className={classes.two}>
        <Select
          label={say("selection.period")}
          data={[...WINDOWS.map((days) => ({ value: `${days}`, label: days === 0 ? say("selection.all_time") : say("selection.last_days", { count: days }) })), { value: "own", label: say("traits.own_window") }]}
          value={own ? "own" : `${draft.window_days}`}
          onChange={(chosen) => {
            setOwn(chosen === "own");
            if (chosen !== "own") change({ ...draft, window_days: Number(chosen) });
          }}
          allowDeselect={false}
        />
        {own && <NumberInput label={say("traits.days")} min={1} max={3650} value={draft.window_days} onChange={(days) => change({ ...draft, window_days: Number(days) || 0 })} />}
      </div>
    </>
  );
}
