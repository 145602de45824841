import { Button, Modal, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api, body } from "~/api/client";
import type { CustomerProfile } from "~/api/types";
import { useFormat } from "~/kit/format";
import { ErrorNote } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import { asked } from "../filters";
import { useDeciding } from "./deciding";
import { valueOf } from "./Identifier";
import classes from "./review.module.css";

/** Say that this customer and another are one person. */
export function JoinWith({ profile, close }: { profile: CustomerProfile; close: () => void }) {
  const { say } = useTexts();
  const format = useFormat();
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const [note, setNote] = useState("");
  const [query] = useDebouncedValue(typed.trim(), 150);
  const found = useQuery({
    queryKey: ["customers", "join", query],
    queryFn: ({ signal }) => body(api.GET("/api/customers", { params: { query: { ...asked({ query }), limit: 8, offset: 0 } }, signal })),
    enabled: query !== "",
    placeholderData: keepPreviousData,
  });
  const deciding = useDeciding();
  const rows = query === "" ? [] : (found.data?.rows ?? []).filter((row) => row.customer !== profile.customer);
  const join = (other: string) =>
    deciding.mutate({ kind: "join", a: profile.customer, b: other, note: note.trim() }, {
      onSuccess: (made) => {
        close();
        const now = made.people[0]?.customer;
        if (now && now !== profile.customer) void navigate({ to: "/customers/$id", params: { id: now } });
      },
    });
  return (
    <Modal opened onClose={close} title={say("customer.join_title", { customer: profile.label || valueOf(profile.customer) })} closeButtonProps={{ "aria-label": say("action.close") }} transitionProps={{ duration: 0 }}>
      <div className={classes.part}>
        <TextInput type="search" label={say("customer.join_whom")} placeholder={say("customers.search")} leftSection={<IconSearch size={16} aria-hidden="true" />} value={typed} onChange={(event) => { setTyped(event.currentTarget.value); setChosen(null); }} data-autofocus />
        {found.error && <ErrorNote error={found.error} />}
        {query !== "" && found.data && rows.length === 0 && <p className={classes.note} role="status">{say("customers.none", { query })}</p>}
        <div className={classes.choices}>
          {rows.map((row) => (
            <button key={row.customer} type="button" className={`plain ${classes.choice}`} aria-pressed={chosen === row.customer} onClick={() => setChosen(row.customer)}>
              <strong>{row.label || row.customer}</strong>
              <small>{valueOf(row.customer)} · {say("customer.events", { count: row.events, value: format.number(row.events) })} · {format.date(row.last_at)}</small>
            </button>
          ))}
        </div>
        {chosen && <TextInput label={say("customer.join_note")} value={note} maxLength={2000} onChange={(event) => setNote(event.currentTarget.value)} />}
        {chosen && <p className={classes.note}>{say("customer.join_help")}</p>}
        {deciding.error && <ErrorNote error={deciding.error} />}
        <div className={classes.foot}>
          <Button variant="default" onClick={close}>{say("action.cancel")}</Button>
          <Button disabled={!chosen} loading={deciding.isPending} onClick={() => chosen && join(chosen)}>{say("review.same")}</Button>
        </div>
      </div>
    </Modal>
  );
}
