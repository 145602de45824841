import { Button, Select } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, body } from "~/api/client";
import type { Persona } from "~/api/types";
import { useFormat } from "~/kit/format";
import { useName } from "~/kit/names";
import { Card } from "~/kit/page/Page";
import { ErrorNote } from "~/kit/states";
import { csv } from "~/rooms/explore/table";
import { useTexts } from "~/texts/texts";
import classes from "./personas.module.css";

const CHANNELS = ["email", "sms", "zalo", "push", "call"] as const;

/** Whom of the persona to ask: only those who agreed to it. Nothing is sent. */
export function Invitation({ persona }: { persona: Persona }) {
  const { say } = useTexts();
  const format = useFormat();
  const name = useName();
  const [purpose, setPurpose] = useState<string | null>(null);
  const [channel, setChannel] = useState<string>("email");
  const purposes = useQuery({ queryKey: ["purposes"], queryFn: ({ signal }) => body(api.GET("/api/consent-purposes", { signal })) });
  const asking = useMutation({ mutationFn: (given: { purpose: string; channel: string }) => body(api.POST("/api/personas/{persona}/invitation", { params: { path: { persona: persona.id } }, body: given })) });
  const chosen = purpose ?? purposes.data?.[0]?.key ?? "";
  const list = asking.data;
  return (
    <div className={classes.unprinted}>
      <Card title={say("personas.invite")} hint={say("personas.invite_hint")}>
        {purposes.error && <ErrorNote error={purposes.error} again={() => void purposes.refetch()} />}
        <div className={classes.inviting}>
          <Select size="xs" label={say("consents.purpose")} data={(purposes.data ?? []).map((each) => ({ value: each.key, label: name(each.name) }))} value={chosen} onChange={(next) => { setPurpose(next); asking.reset(); }} allowDeselect={false} />
          <Select size="xs" label={say("selection.channel")} data={CHANNELS.map((value) => ({ value, label: say(`consents.channel_${value}`) }))} value={channel} onChange={(next) => { setChannel(next ?? channel); asking.reset(); }} allowDeselect={false} />
          <Button size="xs" variant="default" loading={asking.isPending} disabled={chosen === ""} onClick={() => asking.mutate({ purpose: chosen, channel })}>{say("personas.invite_list")}</Button>
        </div>
        {asking.error && <ErrorNote error={asking.error} />}
        {list && (
          <div className={classes.invited} role="status">
            <p>{say("personas.invited", { agreed: format.number(list.agreed), customers: format.number(list.customers) })}</p>
            {list.agreed > 0 && <Button size="compact-sm" variant="default" leftSection={<IconDownload size={14} aria-hidden="true" />} onClick={() => save(list.ids)}>{say("personas.invite_download")}</Button>}
          </div>
        )}
      </Card>
    </div>
  );
}

/** The list as the server gave it, one customer a line. */
function save(ids: string[]) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([csv(ids.map((customer) => ({ customer })))], { type: "text/csv" }));
  link.download = "wend-invitation.csv";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
