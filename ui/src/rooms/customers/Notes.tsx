import { ActionIcon, Button, Textarea } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, body } from "~/api/client";
import { useFormat } from "~/kit/format";
import { Card } from "~/kit/page/Page";
import { ErrorNote } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import classes from "./Notes.module.css";

/** What colleagues wrote about this customer. */
export function Notes({ customer }: { customer: string }) {
  const { say } = useTexts();
  const format = useFormat();
  const client = useQueryClient();
  const [text, setText] = useState("");
  const key = ["notes", customer];
  const found = useQuery({ queryKey: key, queryFn: ({ signal }) => body(api.GET("/api/notes/{customer}", { params: { path: { customer } }, signal })) });
  const changed = () => void client.invalidateQueries({ queryKey: key });
  const writing = useMutation({
    mutationFn: () => body(api.POST("/api/notes", { body: { identifier: customer, text: text.trim() } })),
    onSuccess: () => {
      setText("");
      changed();
    },
  });
  const removing = useMutation({ mutationFn: (id: string) => body(api.POST("/api/notes/remove", { body: { id } })), onSuccess: changed });
  const error = found.error ?? writing.error ?? removing.error;
  return (
    <Card title={say("notes.title")}>
      <div className={classes.notes}>
        <Textarea aria-label={say("notes.write")} placeholder={say("notes.write")} value={text} onChange={(event) => setText(event.currentTarget.value)} autosize minRows={1} maxRows={8} />
        {text.trim() !== "" && (
          <Button size="xs" loading={writing.isPending} onClick={() => writing.mutate()}>{say("notes.keep")}</Button>
        )}
        {error && <ErrorNote error={error} />}
        <ul>
          {(found.data ?? []).map((note) => (
            <li key={note.id} data-removed={note.removed_at !== null}>
              <div>
                <p>{note.removed_at === null ? note.text : say("notes.removed")}</p>
                <small>
                  {note.by} · {format.moment(note.at)}
                  {note.hidden.length > 0 && ` · ${say("notes.masked")}`}
                </small>
              </div>
              {note.removed_at === null && (
                <ActionIcon variant="subtle" color="gray" aria-label={say("notes.remove")} loading={removing.isPending && removing.variables === note.id} onClick={() => removing.mutate(note.id)}>
                  <IconTrash size={15} aria-hidden="true" />
                </ActionIcon>
              )}
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}
