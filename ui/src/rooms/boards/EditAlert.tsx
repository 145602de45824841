import { Button, Modal, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { Alert } from "~/api/types";
import { ErrorNote } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import classes from "./boards.module.css";
import { useAlerting } from "./useAlerts";
import { useWatching, WatchFields, watchOf } from "./WatchFields";

/** Another name, range, turn or receivers for an alert; it learns anew what is usual. */
export function EditAlert({ alert, close }: { alert: Alert; close: () => void }) {
  const { say } = useTexts();
  const { change: save } = useAlerting();
  const [name, setName] = useState(alert.name);
  const { watching, change, ready } = useWatching(alert);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ alert, name, watch: watchOf(watching, alert.watch) }, { onSuccess: ({ secret }) => secret || close() });
  };
  return (
    <Modal opened onClose={close} title={`${say("boards.alert_edit")}: ${alert.name}`} closeButtonProps={{ "aria-label": say("action.close") }} transitionProps={{ duration: 0 }}>
      {save.data?.secret ? (
        <Secret secret={save.data.secret} close={close} />
      ) : (
        <form className={classes.stack} onSubmit={submit}>
          <TextInput data-autofocus label={say("boards.name")} maxLength={120} value={name} onChange={(event) => setName(event.currentTarget.value)} />
          <WatchFields watching={watching} change={change} />
          <p className={classes.faint}>{say("boards.alert_edit_hint")}</p>
          {save.error && <ErrorNote error={save.error} />}
          <Button type="submit" loading={save.isPending} disabled={!ready || name.trim() === ""}>{say("boards.alert_save")}</Button>
        </form>
      )}
    </Modal>
  );
}

/** Another secret for an alert's webhook, after a word about what that means. */
export function RenewSecret({ alert, close }: { alert: Alert; close: () => void }) {
  const { say } = useTexts();
  const { renew } = useAlerting();
  return (
    <Modal opened onClose={close} title={`${say("boards.alert_renew")}: ${alert.name}`} closeButtonProps={{ "aria-label": say("action.close") }} transitionProps={{ duration: 0 }}>
      {renew.data ? (
        <Secret secret={renew.data.secret} close={close} />
      ) : (
        <div className={classes.stack}>
          <p>{say("boards.alert_renew_hint", { to: alert.watch.webhook ?? "" })}</p>
          {renew.error && <ErrorNote error={renew.error} />}
          <Button loading={renew.isPending} onClick={() => renew.mutate(alert.id)}>{say("boards.alert_renew")}</Button>
        </div>
      )}
    </Modal>
  );
}

function Secret({ secret, close }: { secret: string; close: () => void }) {
  const { say } = useTexts();
  return (
    <div className={classes.stack} role="status">
      <div className={classes.fresh}><p>{say("boards.alert_secret")}</p><code>{secret}</code></div>
      <Button onClick={close}>{say("action.close")}</Button>
    </div>
  );
}
