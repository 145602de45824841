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
  const fetching = useMutation({ mutationFn: (given: { purpose: string; channel: string }) => fileOf(persona.id, given) });
  const anew = () => {
    asking.reset();
    fetching.reset();
  };
  const chosen = purpose ?? purposes.data?.[0]?.key ?? "";
  const list = asking.data;
  return (
    <div className={classes.unprinted}>
      <Card title={say("personas.invite")} hint={say("personas.invite_hint")}>
        {purposes.error && <ErrorNote error={purposes.error} again={() => void purposes.refetch()} />}
        <div className={classes.inviting}>
          <Select size="xs" label={say("consents.purpose")} data={(purposes.data ?? []).map((each) => ({ value: each.key, label: name(each.name) }))} value={chosen} onChange={(next) => { setPurpose(next); anew(); }} allowDeselect={false} />
          <Select size="xs" label={say("selection.channel")} data={CHANNELS.map((value) => ({ value, label: say(`consents.channel_${value}`) }))} value={channel} onChange={(next) => { setChannel(next ?? channel); anew(); }} allowDeselect={false} />
          <Button size="xs" variant="default" loading={asking.isPending} disabled={chosen === ""} onClick={() => asking.mutate({ purpose: chosen, channel })}>{say("personas.invite_list")}</Button>
        </div>
        {asking.error && <ErrorNote error={asking.error} />}
        {list && (
          <div className={classes.invited} role="status">
            <p>{say("personas.invited", { agreed: format.number(list.agreed), customers: format.number(list.customers) })}</p>
            {list.agreed > 0 && <Button size="compact-sm" variant="default" leftSection={<IconDownload size={14} aria-hidden="true" />} loading={fetching.isPending} onClick={() => fetching.mutate({ purpose: chosen, channel })}>{say("personas.invite_download")}</Button>}
          </div>
        )}
        {fetching.error && <ErrorNote error={fetching.error} />}
        {fetching.data && <p className={classes.taken} role="status">{say("personas.invite_taken", { rows: format.number(fetching.data.rows), consent: format.number(fetching.data.withoutConsent), address: format.number(fetching.data.withoutAddress) })}</p>}
      </Card>
    </div>
  );
}

/** Fetches the file by which they can be written to, hands it to the browser, and says who is in it. */
async function fileOf(persona: string, given: { purpose: string; channel: string }) {
  const { data, response } = await api.POST("/api/personas/{persona}/invitation/file", { params: { path: { persona } }, body: given, parseAs: "blob" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(data as unknown as Blob);
  link.download = "wend-invitation.csv";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  const count = (name: string) => Number(response.headers.get(`wend-${name}`) ?? 0);
  return { rows: count("rows"), withoutConsent: count("without-consent"), withoutAddress: count("without-address") };
}
