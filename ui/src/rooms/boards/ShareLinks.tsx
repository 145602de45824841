import { Button, Modal, NumberInput } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { useMutation, useQuery } from "@tanstack/react-query";
import { IconCopy } from "@tabler/icons-react";
import { useState } from "react";
import { api, body } from "~/api/client";
import { useFormat } from "~/kit/format";
import { ErrorNote } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import classes from "./boards.module.css";
import type { AddLink, ListLinks } from "./links";

interface LinksProps {
  /** What is shared, by its id. */
  about: string;
  title: string;
  hint: string;
  /** Where the page of a link is. */
  page: string;
  list: ListLinks;
  add: AddLink;
  close: () => void;
}

/** Links for people without an account: made, copied once, taken back. */
export function ShareLinks({ about, title, hint, page, list, add, close }: LinksProps) {
  const { say } = useTexts();
  const format = useFormat();
  const { copy, copied } = useClipboard();
  const [days, setDays] = useState<number | string>(30);
  const links = useQuery({ queryKey: ["shares", about], queryFn: ({ signal }) => list(signal) });
  const make = useMutation({ mutationFn: () => add(Number(days)), onSuccess: () => links.refetch() });
  const revoke = useMutation({ mutationFn: (share: string) => body(api.POST("/api/shares/{share}/revoke", { params: { path: { share } } })), onSuccess: () => links.refetch() });
  const address = make.data && `${location.origin}${page}#${make.data.token}`;
  return (
    <Modal opened onClose={close} title={title} closeButtonProps={{ "aria-label": say("action.close") }} transitionProps={{ duration: 0 }}>
      <div className={classes.stack}>
        <p className={classes.faint}>{hint}</p>
        <div className={classes.row}>
          <NumberInput className={classes.grow ?? ""} label={say("boards.share_days")} min={1} max={366} allowDecimal={false} value={days} onChange={setDays} />
          <Button loading={make.isPending} disabled={!(Number(days) >= 1)} onClick={() => make.mutate()}>{say("boards.share_make")}</Button>
        </div>
        {(make.error ?? revoke.error) && <ErrorNote error={make.error ?? revoke.error} />}
        {address && (
          <div className={classes.fresh} role="status">
            <code>{address}</code>
            <Button size="xs" variant="default" leftSection={<IconCopy size={14} aria-hidden="true" />} onClick={() => copy(address)}>{copied ? say("action.copied") : say("boards.copy")}</Button>
            <p className={classes.faint}>{say("boards.share_once")}</p>
          </div>
        )}
        {links.data && links.data.length > 0 && (
          <ul className={classes.links}>
            {links.data.map(({ id, created_at, expires_at, live }) => (
              <li key={id} data-over={!live || undefined}>
                <span>{live ? say("boards.link_live", { made: format.date(created_at), ends: format.date(expires_at) }) : say("boards.link_over", { made: format.date(created_at) })}</span>
                {live && <Button size="compact-xs" variant="subtle" color="red" onClick={() => revoke.mutate(id)}>{say("boards.revoke")}</Button>}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Modal>
  );
}
