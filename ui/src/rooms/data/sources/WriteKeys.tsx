import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, body } from "~/api/client";
import type { Key, MadeKey } from "~/api/types";
import { ErrorNote } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import { KeyLines } from "./KeyLines";
import { ShownOnce } from "./ShownOnce";
import classes from "./sources.module.css";

/** The keys of one source. */
export function WriteKeys({ source, keys }: { source: string; keys: Key[] }) {
  const { say } = useTexts();
  const client = useQueryClient();
  const [made, setMade] = useState<MadeKey | null>(null);
  const changed = () => void client.invalidateQueries({ queryKey: ["source", source] });
  const adding = useMutation({
    mutationFn: () => body(api.POST("/api/sources/{source}/keys", { params: { path: { source } }, body: { name: "" } })),
    onSuccess: (fresh) => {
      setMade(fresh);
      changed();
    },
  });
  return (
    <div className={classes.form}>
      <p className={classes.note}>{say("keys.write_help")}</p>
      <KeyLines keys={keys} changed={changed} made={setMade} />
      {adding.error && <ErrorNote error={adding.error} />}
      <div className={classes.foot}>
        <Button size="xs" variant="default" loading={adding.isPending} leftSection={<IconPlus size={14} aria-hidden="true" />} onClick={() => adding.mutate()}>
          {say("keys.add")}
        </Button>
      </div>
      {made && <ShownOnce made={made} close={() => setMade(null)} />}
    </div>
  );
}
