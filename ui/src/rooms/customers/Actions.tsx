import { Button, Menu, Modal, TextInput } from "@mantine/core";
import { IconDotsVertical } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api, body, CHANGE_HEADER, refusal } from "~/api/client";
import type { CustomerProfile } from "~/api/types";
import { useFormat } from "~/kit/format";
import { ErrorNote, Waiting } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import classes from "./CustomerPage.module.css";

const FLAGS = ["staff", "bot", "test"] as const;

/** What may be done with a person as a whole: mark, give them their data, forget them. */
export function Actions({ profile }: { profile: CustomerProfile }) {
  const { say } = useTexts();
  const client = useQueryClient();
  const [asking, setAsking] = useState<"file" | "erase" | null>(null);
  const path = { customer: profile.customer };
  const changed = () => void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== "session" });
  const marking = useMutation({
    mutationFn: (flag: (typeof FLAGS)[number] | null) =>
      body(flag === null ? api.DELETE("/api/flags/{customer}", { params: { path } }) : api.PUT("/api/flags/{customer}", { params: { path }, body: { flag, note: "" } })),
    onSuccess: changed,
  });
  return (
    <>
      <Menu position="bottom-end" withinPortal transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <Button size="compact-sm" variant="default" loading={marking.isPending} rightSection={<IconDotsVertical size={14} aria-hidden="true" />}>{say("customer.actions")}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{say("customer.not_real")}</Menu.Label>
          {FLAGS.filter((flag) => flag !== profile.flag).map((flag) => (
            <Menu.Item key={flag} onClick={() => marking.mutate(flag)}>{say(`customer.mark_${flag}`)}</Menu.Item>
          ))}
          {profile.flag && <Menu.Item onClick={() => marking.mutate(null)}>{say("customer.unmark")}</Menu.Item>}
          <Menu.Divider />
          <Menu.Item onClick={() => setAsking("file")}>{say("customer.file")}</Menu.Item>
          <Menu.Item color="red" onClick={() => setAsking("erase")}>{say("customer.erase")}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {marking.error && <ErrorNote error={marking.error} />}
      {asking === "file" && <AskForFile customer={profile.customer} close={() => setAsking(null)} />}
      {asking === "erase" && <AskToErase customer={profile.customer} close={() => setAsking(null)} />}
    </>
  );
}

function AskForFile({ customer, close }: { customer: string; close: () => void }) {
  const { say, language } = useTexts();
  const [reason, setReason] = useState("");
  const fetching = useMutation({ mutationFn: () => download(customer, reason, language), onSuccess: close });
  return (
    <Modal opened onClose={close} title={say("customer.file")} closeButtonProps={{ "aria-label": say("action.close") }} transitionProps={{ duration: 0 }}>
      <div className={classes.ask}>
        <p>{say("customer.file_help")}</p>
        <TextInput label={say("customer.reason")} value={reason} onChange={(event) => setReason(event.currentTarget.value)} data-autofocus required />
        {fetching.error && <ErrorNote error={fetching.error} />}
        <Button loading={fetching.isPending} disabled={reason.trim() === ""} onClick={() => fetching.mutate()}>{say("customer.file_get")}</Button>
      </div>
    </Modal>
  );
}

async function download(customer: string, reason: string, language: string): Promise<void> {
  const answer = await fetch("/api/person-files", {
    method: "POST",
    headers: { "content-type": "application/json", "Accept-Language": language, [CHANGE_HEADER]: "1" },
    body: JSON.stringify({ customer, reason }),
  });
  if (!answer.ok) throw await refusal(answer);
  const named = /filename\*=UTF-8''(.+)$/.exec(answer.headers.get("content-disposition") ?? "")?.[1];
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = named ? decodeURIComponent(named) : "customer.html";
  link.click();
  URL.revokeObjectURL(link.href);
}

function AskToErase({ customer, close }: { customer: string; close: () => void }) {
  const { say } = useTexts();
  const format = useFormat();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [reason, setReason] = useState("");
  const [typed, setTyped] = useState("");
  const plan = useQuery({ queryKey: ["erasure-plan", customer], queryFn: ({ signal }) => body(api.GET("/api/erasure-plans/{customer}", { params: { path: { customer } }, signal })), gcTime: 0 });
  const erasing = useMutation({
    mutationFn: (confirm: string) => body(api.POST("/api/erasures", { body: { customer, reason, confirm } })),
    onSuccess: async () => {
      await navigate({ to: "/customers" });
      void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== "session" });
    },
  });
  const wanted = plan.data?.confirm ?? "";
  return (
    <Modal opened onClose={close} title={say("customer.erase")} closeButtonProps={{ "aria-label": say("action.close") }} transitionProps={{ duration: 0 }}>
      <div className={classes.ask}>
        {plan.error && <ErrorNote error={plan.error} />}
        {plan.isPending && <Waiting rows={2} height={32} />}
        {plan.data && (
          <p>
            {say("customer.erase_help", {
              events: format.number(plan.data.events),
              identifiers: format.number(plan.data.identifiers.length),
              notes: format.number(plan.data.notes),
            })}
          </p>
        )}
        <TextInput label={say("customer.reason")} value={reason} onChange={(event) => setReason(event.currentTarget.value)} required />
        <TextInput label={say("customer.erase_confirm", { word: wanted })} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} autoComplete="off" required />
        {erasing.error && <ErrorNote error={erasing.error} />}
        <Button color="red" loading={erasing.isPending} disabled={wanted === "" || typed.trim() !== wanted || reason.trim() === ""} onClick={() => erasing.mutate(typed.trim())}>{say("customer.erase_sure")}</Button>
      </div>
    </Modal>
  );
}
