import { IconChevronDown } from "@tabler/icons-react";
import { useState } from "react";
import type { CustomerProfile } from "~/api/types";
import { useFormat } from "~/kit/format";
import { Named } from "~/kit/names";
import { Card } from "~/kit/page/Page";
import { useTexts } from "~/texts/texts";
import classes from "./Traits.module.css";

type Trait = CustomerProfile["trait_history"][number];

/** What we know: the chosen value of each trait, and everything that was ever said about it. */
export function Traits({ profile }: { profile: CustomerProfile }) {
  const { say } = useTexts();
  return (
    <Card title={say("customer.traits")}>
      {profile.trait_history.length === 0 && <p className={classes.none}>{say("customer.traits_none")}</p>}
      <ul className={classes.traits}>
        {profile.trait_history.map((trait) => (
          <TraitLine key={trait.name} trait={trait} />
        ))}
      </ul>
    </Card>
  );
}

function TraitLine({ trait }: { trait: Trait }) {
  const { say } = useTexts();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  return (
    <li>
      <button type="button" className={`plain ${classes.trait}`} aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className={classes.name}>{trait.name}</span>
        <span className={classes.value}>{trait.value}</span>
        {trait.conflict && <span className={classes.conflict}>{say("customer.trait_conflict")}</span>}
        <IconChevronDown size={14} aria-hidden="true" />
      </button>
      {open && (
        <div className={classes.history}>
          <p><Named name={trait.why} /></p>
          <ul>
            {trait.values.map((said) => (
              <li key={`${said.value}${said.source}${said.identifier}`}>
                <strong>{said.value}</strong>
                <small>
                  {format.moment(said.last_at)} · {said.source} · {said.identifier}
                  {said.times > 1 && ` · ${say("customer.trait_times", { count: said.times, value: format.number(said.times) })}`}
                </small>
              </li>
            ))}
          </ul>
        </div>
      )}
    </li>
  );
}
