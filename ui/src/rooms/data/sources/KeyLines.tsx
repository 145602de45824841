import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api, body } from "~/api/client";
import type { Key, MadeKey } from "~/api/types";
import { useFormat } from "~/kit/format";
import tables from "~/kit/page/table.module.css";
import { ErrorNote } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import classes from "./sources.module.css";

const KEEP_HOURS = 24 * 7;

interface KeyProps {
  keys: Key[];
  changed: () => void;
  made: (made: MadeKey) => void;
}

/** Keys with what may be done to each: a successor, or the end. */
export function KeyLines({ keys, changed, made }: KeyProps) {
  const { say } = useTexts();
  const format = useFormat();
  const [sure, setSure] = useState<string | null>(null);
  const rotating = useMutation({
    mutationFn: (key: string) => body(api.POST("/api/keys/{key}/rotate", { params: { path: { key } }, body: { keep_hours: KEEP_HOURS } })),
    onSuccess: (fresh) => {
      made(fresh);
      changed();
    },
  });
  const revoking = useMutation({
    mutationFn: (key: string) => body(api.POST("/api/keys/{key}/revoke", { params: { path: { key } } })),
    onSuccess: () => {
      setSure(null);
      changed();
    },
  });
  return (
    <>
      {(rotating.error ?? revoking.error) && <ErrorNote error={rotating.error ?? revoking.error} />}
      <div className={tables.scroll}>
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">{say("keys.name")}</th>
              <th scope="col">{say("keys.may")}</th>
              <th scope="col">{say("sources.state")}</th>
              <th scope="col" data-number>{say("keys.used")}</th>
              <th scope="col"><span className="unseen">{say("keys.change")}</span></th>
            </tr>
          </thead>
          <tbody>
            {keys.map((key) => (
              <tr key={key.id}>
                <th scope="row">
                  {key.name}
                  <small>{key.id}</small>
                </th>
                <td className={tables.wide}>{key.kind === "write" ? say("keys.may_send") : key.scopes.map((scope) => say(`keys.scope_${scope.replace(":", "_")}` as "keys.scope_admin")).join(", ")}</td>
                <td><span className={classes.state} data-state={key.state === "live" ? "on" : key.state === "ending" ? "waiting" : "off"}>{say(`keys.state_${key.state}`)}</span></td>
                <td data-number>{key.used_at === null ? say("events.never") : format.moment(key.used_at)}</td>
                <td>
                  {(key.state === "live" || key.state === "ending") && (
                    <span className={classes.acts}>
                      {sure !== key.id && key.state === "live" && (
                        <Button size="compact-xs" variant="default" loading={rotating.isPending} onClick={() => rotating.mutate(key.id)} title={say("keys.rotate_help")}>
                          {say("keys.rotate")}
                        </Button>
                      )}
                      {sure !== key.id && <Button size="compact-xs" variant="subtle" color="red" onClick={() => setSure(key.id)}>{say("keys.revoke")}</Button>}
                      {sure === key.id && (
                        <>
                          <Button size="compact-xs" color="red" loading={revoking.isPending} onClick={() => revoking.mutate(key.id)}>{say("keys.revoke_sure")}</Button>
                          <Button size="compact-xs" variant="subtle" onClick={() => setSure(null)}>{say("action.cancel")}</Button>
                        </>
                      )}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
