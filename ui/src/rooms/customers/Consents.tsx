import { Button, Modal, Select, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, body } from "~/api/client";
import type { PersonConsents } from "~/api/types";
import { useFormat } from "~/kit/format";
import { useName } from "~/kit/names";
import { Card } from "~/kit/page/Page";
import { ErrorNote } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import classes from "./Consents.module.css";

const CHANNELS = ["email", "sms", "zalo", "push", "call"] as const;
const METHODS = ["form", "paper", "call", "sms", "import"] as const;

/** What the customer agreed to, for which purpose and on which channel; the ledger behind it; and a new entry. */
export function Consents({ customer }: { customer: string }) {
  const { say } = useTexts();
  const [writing, setWriting] = useState(false);
  const [whole, setWhole] = useState(false);
  const found = useQuery({ queryKey: ["consents", customer], queryFn: ({ signal }) => body(api.GET("/api/consents/{customer}", { params: { path: { customer } }, signal })) });
  const purposes = useQuery({ queryKey: ["purposes"], queryFn: ({ signal }) => body(api.GET("/api/consent-purposes", { signal })) });
  const name = useName();
  const names = new Map((purposes.data ?? []).map((purpose) => [purpose.key, name(purpose.name)]));
  const rows = found.data?.ledger ?? [];
  return (
    <Card title={say("consents.title")} aside={<Button size="compact-xs" variant="default" onClick={() => setWriting(true)}>{say("consents.record")}</Button>}>
      {found.error && <ErrorNote error={found.error} again={() => void found.refetch()} />}
      {found.data && <Standings standings={found.data.standings} names={names} />}
      {rows.length > 0 && (
        <Button size="compact-xs" variant="subtle" mt={8} aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? say("consents.hide_ledger") : say("consents.show_ledger", { count: rows.length })}
        </Button>
      )}
      {whole && <Ledger rows={rows} names={names} />}
      {writing && <Entry customer={customer} purposes={[...names]} close={() => setWriting(false)} />}
    </Card>
  );
}

function Standings({ standings, names }: { standings: PersonConsents["standings"]; names: Map<string, string> }) {
  const { say } = useTexts();
  const purposes = [...new Set(standings.map((each) => each.purpose))];
  return (
    <div className={classes.scroll}>
      <table className={classes.grid}>
        <thead>
          <tr>
            <th scope="col"><span className="unseen">{say("consents.purpose")}</span></th>
            {CHANNELS.map((channel) => (
              <th key={channel} scope="col">{say(`consents.channel_${channel}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {purposes.map((purpose) => (
            <tr key={purpose}>
              <th scope="row">{names.get(purpose) ?? purpose}</th>
              {CHANNELS.map((channel) => {
                const state = standings.find((each) => each.purpose === purpose && each.channel === channel)?.state ?? "unknown";
                return (
                  <td key={channel}>
                    <span className={classes.mark} data-state={state} role="img" aria-label={say(`consents.state_${state}`)} title={say(`consents.state_${state}`)}>
                      {state === "granted" ? "✓" : state === "withdrawn" ? "✕" : "–"}
                    </span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Ledger({ rows, names }: { rows: PersonConsents["ledger"]; names: Map<string, string> }) {
  const { say } = useTexts();
  const format = useFormat();
  return (
    <ul className={classes.ledger}>
      {rows.map((row) => (
        <li key={row.sequence}>
          <strong data-state={row.state}>{say(`consents.state_${row.state}`)}</strong>
          <span>
            {row.purpose === "*" ? say("consents.every_purpose") : (names.get(row.purpose) ?? row.purpose)} · {row.channel === "" ? say("consents.every_channel") : say(`consents.channel_${row.channel as "email"}`)}
          </span>
          <small>
            {format.moment(row.at)} · {row.source}
            {row.method && ` · ${row.method}`}
            {row.wording && ` · ${row.wording} v${row.wording_version}`}
          </small>
          {row.proof && <small>{row.proof}</small>}
        </li>
      ))}
    </ul>
  );
}

function Entry({ customer, purposes, close }: { customer: string; purposes: [string, string][]; close: () => void }) {
  const { say } = useTexts();
  const client = useQueryClient();
  const [purpose, setPurpose] = useState(purposes[0]?.[0] ?? "");
  const [channel, setChannel] = useState("");
  const [state, setState] = useState<"granted" | "withdrawn">("withdrawn");
  const [method, setMethod] = useState("call");
  const [proof, setProof] = useState("");
  const saving = useMutation({
    mutationFn: () => body(api.POST("/api/consents", { body: { rows: [{ identifier: customer, purpose, channel, state, method, proof, wording: "", wording_version: 0 }] } })),
    onSuccess: (said) => {
      void client.invalidateQueries({ queryKey: ["consents", customer] });
      if (said.refused.length === 0) close();
    },
  });
  return (
    <Modal opened onClose={close} title={say("consents.record")} closeButtonProps={{ "aria-label": say("action.close") }} transitionProps={{ duration: 0 }}>
      <div className={classes.entry}>
        <Select label={say("consents.said")} data={(["withdrawn", "granted"] as const).map((value) => ({ value, label: say(`consents.state_${value}`) }))} value={state} onChange={(chosen) => setState(chosen === "granted" ? "granted" : "withdrawn")} allowDeselect={false} />
        <Select label={say("consents.purpose")} data={purposes.map(([value, label]) => ({ value, label }))} value={purpose} onChange={(chosen) => setPurpose(chosen ?? purpose)} allowDeselect={false} />
        <Select label={say("selection.channel")} data={[{ value: "", label: say("consents.every_channel") }, ...CHANNELS.map((value) => ({ value, label: say(`consents.channel_${value}`) }))]} value={channel} onChange={(chosen) => setChannel(chosen ?? "")} allowDeselect={false} />
        <Select label={say("consents.method")} data={METHODS.map((value) => ({ value, label: say(`consents.method_${value}`) }))} value={method} onChange={(chosen) => setMethod(chosen ?? method)} allowDeselect={false} />
        <TextInput label={say("consents.proof")} description={say("consents.proof_help")} value={proof} onChange={(event) => setProof(event.currentTarget.value)} />
        {saving.error && <ErrorNote error={saving.error} />}
        {(saving.data?.refused.length ?? 0) > 0 && <p className={classes.refused} role="alert">{say("consents.refused")}</p>}
        <Button loading={saving.isPending} disabled={purpose === ""} onClick={() => saving.mutate()}>{say("action.save")}</Button>
      </div>
    </Modal>
  );
}
