import { Button, Checkbox, Modal, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, body } from "~/api/client";
import type { Key, MadeKey } from "~/api/types";
import { Card } from "~/kit/page/Page";
import { ErrorNote } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import { KeyLines } from "./KeyLines";
import { ShownOnce } from "./ShownOnce";
import classes from "./sources.module.css";

const KEYS = ["keys"];
const SCOPES = ["profiles:read", "profiles:write", "data:read", "people:decide", "collect:protected", "data:erase", "admin"] as const satisfies readonly Key["scopes"][number][];

/** Secret keys: for servers that read profiles or send what only a server may say. */
export function SecretKeys() {
  const { say } = useTexts();
  const client = useQueryClient();
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<MadeKey | null>(null);
  const found = useQuery({ queryKey: KEYS, queryFn: ({ signal }) => body(api.GET("/api/keys", { signal })) });
  const secret = found.data?.filter((key) => key.kind === "secret") ?? [];
  const changed = () => void client.invalidateQueries({ queryKey: KEYS });
  return (
    <Card
      title={say("keys.secret")}
      hint={say("keys.secret_help")}
      aside={
        <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden="true" />} onClick={() => setAdding(true)}>
          {say("keys.add_secret")}
        </Button>
      }
    >
      {found.error && <ErrorNote error={found.error} again={() => void found.refetch()} />}
      {found.data && secret.length === 0 && <p className={classes.note}>{say("keys.secret_none")}</p>}
      {secret.length > 0 && <KeyLines keys={secret} changed={changed} made={setMade} />}
      {adding && (
        <NewSecretKey
          close={() => setAdding(false)}
          done={(fresh) => {
            setAdding(false);
            setMade(fresh);
            changed();
          }}
        />
      )}
      {made && <ShownOnce made={made} close={() => setMade(null)} />}
    </Card>
  );
}

function NewSecretKey({ close, done }: { close: () => void; done: (made: MadeKey) => void }) {
  const { say } = useTexts();
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<Key["scopes"]>(["profiles:read"]);
  const adding = useMutation({ mutationFn: () => body(api.POST("/api/keys", { body: { name: name.trim(), scopes, source: "" } })), onSuccess: done });
  return (
    <Modal opened onClose={close} title={say("keys.add_secret")} closeButtonProps={{ "aria-label": say("action.close") }} transitionProps={{ duration: 0 }}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          adding.mutate();
        }}
      >
        <TextInput label={say("keys.name")} placeholder={say("keys.name_help")} value={name} onChange={(event) => setName(event.currentTarget.value)} data-autofocus required />
        <Checkbox.Group label={say("keys.may")} value={scopes} onChange={(chosen) => setScopes(SCOPES.filter((scope) => chosen.includes(scope)))}>
          <div className={classes.scopes}>
            {SCOPES.map((scope) => (
              <Checkbox key={scope} value={scope} label={say(`keys.scope_${scope.replace(":", "_")}` as "keys.scope_admin")} />
            ))}
          </div>
        </Checkbox.Group>
        {adding.error && <ErrorNote error={adding.error} />}
        <div className={classes.foot}>
          <span />
          <Button variant="default" onClick={close}>{say("action.cancel")}</Button>
          <Button type="submit" loading={adding.isPending} disabled={name.trim() === "" || scopes.length === 0}>{say("keys.make")}</Button>
        </div>
      </form>
    </Modal>
  );
}
