import { Button, Modal, TagsInput, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, body } from "~/api/client";
import type { AddedSource } from "~/api/types";
import { ErrorNote } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import classes from "./sources.module.css";
import { SOURCES } from "./SourcesPart";

/** A new source over HTTP: a name is enough. */
export function AddSource({ close, done }: { close: () => void; done: (added: AddedSource) => void }) {
  const { say } = useTexts();
  const client = useQueryClient();
  const [name, setName] = useState("");
  const [channel, setChannel] = useState("");
  const [origins, setOrigins] = useState<string[]>([]);
  const adding = useMutation({
    mutationFn: () => body(api.POST("/api/sources", { body: { name: name.trim(), channel: channel.trim(), currency: "", country: "", origins } })),
    onSuccess: (added) => {
      void client.invalidateQueries({ queryKey: SOURCES });
      done(added);
    },
  });
  return (
    <Modal opened onClose={close} title={say("sources.add")} size="lg" closeButtonProps={{ "aria-label": say("action.close") }} transitionProps={{ duration: 0 }}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          adding.mutate();
        }}
      >
        <TextInput label={say("sources.name")} placeholder={say("sources.name_help")} value={name} onChange={(event) => setName(event.currentTarget.value)} data-autofocus required />
        <TextInput label={say("selection.channel")} description={say("sources.channel_help")} value={channel} onChange={(event) => setChannel(event.currentTarget.value)} />
        <TagsInput label={say("sources.origins")} description={say("sources.origins_help")} placeholder={origins.length === 0 ? "https://shop.vn" : undefined} value={origins} onChange={setOrigins} />
        <p className={classes.note}>{say("sources.add_help")}</p>
        {adding.error && <ErrorNote error={adding.error} />}
        <div className={classes.foot}>
          <span />
          <Button variant="default" onClick={close}>{say("action.cancel")}</Button>
          <Button type="submit" loading={adding.isPending} disabled={name.trim() === ""}>{say("sources.make")}</Button>
        </div>
      </form>
    </Modal>
  );
}
