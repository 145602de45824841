import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useFormat } from "~/kit/format";
import { Card } from "~/kit/page/Page";
import { ErrorNote, Waiting } from "~/kit/states";
import { type Trait, Traits } from "~/rooms/explore/drawing/Traits";
import { useTexts } from "~/texts/texts";
import cards from "./gallery.module.css";
import classes from "./personas.module.css";
import { useProposed } from "./usePersonas";

/** Kinds of customers that come back whenever customers are drawn anew; or why there are none. */
export function Proposals() {
  const { say } = useTexts();
  const format = useFormat();
  const found = useProposed();
  const refused = found.data?.refused as "few" | "unstable" | "small" | null | undefined;
  return (
    <Card title={say("personas.proposed")} hint={say("personas.proposed_hint")} aside={<Link className={classes.link} to="/explore/$question" params={{ question: "clusters" }}>{say("personas.in_explore")}</Link>}>
      {found.error && <ErrorNote error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <Waiting rows={2} height={90} />}
      {refused && <p className={classes.faint}>{say(`explore.clusters_${refused}_why`)}. {say("personas.proposed_none")}</p>}
      <ul className={cards.kinds}>
        {found.data?.kinds.map(({ group, customers, share, typical }) => (
          <li key={group}>
            <h3>{say("personas.kind", { kind: group })}</h3>
            <p className={cards.size}><strong>{say("behind.customers_count", { count: customers, value: format.number(customers) })}</strong> <span>{say("personas.of_buyers", { share: format.percent(share) })}</span></p>
            <Traits traits={typical as unknown as Trait[]} />
            <Button renderRoot={(props) => <Link to="/personas/new" search={{ kind: group }} {...props} />} size="xs" variant="default">{say("personas.make")}</Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
