import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, body } from "~/api/client";
import type { ComputedTrait } from "~/api/types";
import { useName } from "~/kit/names";
import { Card } from "~/kit/page/Page";
import { Empty, ErrorNote, Waiting } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import { Distribution } from "./Distribution";
import { EMPTY } from "./definition";
import { TraitForm } from "./TraitForm";
import { useDescription } from "./useDescription";
import classes from "./traits.module.css";

/** What is computed of everybody's behaviour, and how it is spread. */
export function TraitsPart() {
  const { say } = useTexts();
  const name = useName();
  const described = useDescription();
  const [edited, setEdited] = useState<ComputedTrait | null>(null);
  const found = useQuery({ queryKey: ["computed-traits"], queryFn: ({ signal }) => body(api.GET("/api/computed-traits", { signal })) });
  if (found.error) return <ErrorNote error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Waiting rows={3} height={110} />;
  const add = (
    <Button size="xs" leftSection={<IconPlus size={14} aria-hidden="true" />} onClick={() => setEdited(EMPTY)}>
      {say("traits.add")}
    </Button>
  );
  return (
    <div className={classes.part}>
      {found.data.length === 0 ? (
        <Empty title={say("traits.none")} action={add}>{say("traits.none_next")}</Empty>
      ) : (
        <div className={classes.head}>
          <p className={classes.note}>{say("traits.help")}</p>
          {add}
        </div>
      )}
      <div className={classes.cards}>
        {found.data.map((trait) => (
          <Card
            key={trait.name}
            title={name(trait.title) || trait.name}
            hint={described(trait)}
            aside={<Button size="compact-xs" variant="default" aria-label={say("traits.change_this", { trait: name(trait.title) || trait.name })} onClick={() => setEdited(trait)}>{say("traits.change")}</Button>}
          >
            <Distribution trait={trait} />
          </Card>
        ))}
      </div>
      {edited && <TraitForm key={edited.name} trait={edited} close={() => setEdited(null)} />}
    </div>
  );
}
