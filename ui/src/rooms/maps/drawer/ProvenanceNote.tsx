import type { Provenance } from "~/api/types";
import { useFormat } from "~/kit/format";
import { useTexts } from "~/texts/texts";
import { known } from "../provenance";
import classes from "./drawer.module.css";
import { Section } from "~/kit/behind/Section";

/** Where the numbers come from: the question asked, over which period, and when. */
export function ProvenanceNote({ provenance }: { provenance: Provenance }) {
  const { say } = useTexts();
  const format = useFormat();
  const { question, from_at, to_at, computed_at } = provenance;
  return (
    <Section title={say("provenance.title")}>
      <dl className={classes.facts}>
        <div>
          <dt>{say("provenance.question")}</dt>
          <dd><code>{question}</code></dd>
        </div>
        <div>
          <dt>{say("provenance.period")}</dt>
          <dd>{known(from_at) && known(to_at) ? format.period(from_at, to_at) : say("selection.all_time")}</dd>
        </div>
        <div>
          <dt>{say("provenance.computed")}</dt>
          <dd>{format.moment(computed_at)}</dd>
        </div>
      </dl>
    </Section>
  );
}
