import { Button, Drawer, MultiSelect, Select, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, body } from "~/api/client";
import type { CatalogueRow, Touchpoint } from "~/api/types";
import { useChannelName } from "~/kit/drawing/ChannelIcon";
import { useName } from "~/kit/names";
import { ErrorNote } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import { Meant } from "./Meant";
import { RulePreview } from "./RulePreview";
import { RuleTests } from "./RuleTests";
import classes from "./catalogue.module.css";
import { finished, keyOf } from "./touchpoint";

interface EditorProps {
  touchpoint: Touchpoint;
  isNew: boolean;
  rows: CatalogueRow[];
  close: () => void;
}

/** One touchpoint: what it is called, which events belong to it, and what that would cover. */
export function TouchpointEditor({ touchpoint, isNew, rows, close }: EditorProps) {
  const { say } = useTexts();
  const name = useName();
  const channelName = useChannelName();
  const client = useQueryClient();
  const [draft, setDraft] = useState(touchpoint);
  const [strict, setStrict] = useState(false);
  const written: Touchpoint = { ...draft, key: isNew ? keyOf(draft.name.en || draft.name.vi) : touchpoint.key, rule: { ...draft.rule, where: finished(draft.rule.where) } };
  const done = () => {
    void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== "session" });
    close();
  };
  const saving = useMutation({ mutationFn: () => body(api.PUT("/api/touchpoints/{key}", { params: { path: { key: written.key } }, body: written })), onSuccess: done });
  const removing = useMutation({ mutationFn: () => body(api.DELETE("/api/touchpoints/{key}", { params: { path: { key: touchpoint.key } } })), onSuccess: done });
  const rule = (change: Partial<Touchpoint["rule"]>) => setDraft({ ...draft, rule: { ...draft.rule, ...change } });
  const events = [...new Set([...rows.map((row) => row.event), ...draft.rule.events])];
  const channels = [...new Set([...rows.flatMap((row) => row.channels.map(({ channel }) => channel)), ...draft.rule.channels, draft.channel])].filter(Boolean);
  const channelData = channels.map((channel) => ({ value: channel, label: channelName(channel) }));
  const unfinished = draft.rule.where.length - finished(draft.rule.where).length;
  const save = () => (unfinished > 0 ? setStrict(true) : saving.mutate());
  const ready = written.key !== "" && (draft.rule.events.length > 0 || draft.should_use);
  return (
    <Drawer opened onClose={close} position="right" size="lg" title={isNew ? say("touchpoint.new") : name(touchpoint.name)} closeButtonProps={{ "aria-label": say("action.close") }} transitionProps={{ duration: 0 }}>
      <div className={classes.editor}>
        <div className={classes.two}>
          <TextInput label={say("touchpoint.name_en")} value={draft.name.en} onChange={(event) => setDraft({ ...draft, name: { ...draft.name, en: event.currentTarget.value } })} data-autofocus />
          <TextInput label={say("touchpoint.name_vi")} value={draft.name.vi} onChange={(event) => setDraft({ ...draft, name: { ...draft.name, vi: event.currentTarget.value } })} />
        </div>
        <MultiSelect label={say("touchpoint.rule_events")} description={say("touchpoint.rule_events_help")} data={events} value={draft.rule.events} onChange={(chosen) => rule({ events: chosen })} searchable limit={60} />
        <div className={classes.two}>
          <MultiSelect label={say("touchpoint.rule_channels")} placeholder={draft.rule.channels.length ? undefined : say("selection.every_channel")} data={channelData} value={draft.rule.channels} onChange={(chosen) => rule({ channels: chosen })} clearable />
          <Select label={say("touchpoint.channel")} data={channelData} value={draft.channel || null} onChange={(chosen) => setDraft({ ...draft, channel: chosen ?? "" })} clearable />
        </div>
        <RuleTests rule={draft.rule} change={(where) => rule({ where })} strict={strict} />
        <RulePreview touchpoint={written} ready={written.key !== "" && draft.rule.events.length > 0} />
        <Meant touchpoint={draft} change={(part) => setDraft({ ...draft, ...part })} />
        {strict && unfinished > 0 && <p role="alert" className={classes.unfinished}>{say("touchpoint.unfinished", { count: unfinished })}</p>}
        {(saving.error ?? removing.error) && <ErrorNote error={saving.error ?? removing.error} />}
        <div className={classes.actions}>
          {!isNew && (
            <Button variant="subtle" color="red" loading={removing.isPending} onClick={() => removing.mutate()}>
              {say("touchpoint.remove")}
            </Button>
          )}
          <span />
          <Button variant="default" onClick={close}>{say("action.cancel")}</Button>
          <Button disabled={!ready} loading={saving.isPending} onClick={save}>{say("action.save")}</Button>
        </div>
      </div>
    </Drawer>
  );
}
