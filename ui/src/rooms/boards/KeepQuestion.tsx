import { Button } from "@mantine/core";
import { IconBell, IconBookmark } from "@tabler/icons-react";
import { useState } from "react";
import type { QuestionLine } from "~/api/types";
import type { Exploring } from "~/rooms/explore/address";
import type { Answer, Asking } from "~/rooms/explore/useExplore";
import { useTexts } from "~/texts/texts";
import { AlertForm } from "./AlertForm";
import { SaveQuestion } from "./SaveQuestion";

interface KeepProps {
  line: QuestionLine;
  asking: Asking;
  answer: Answer;
  exploring: Exploring;
  change: (to: Partial<Exploring>) => void;
}

/** What Explore offers to keep a question. */
export function KeepQuestion(props: KeepProps) {
  const { say } = useTexts();
  const [open, setOpen] = useState<"save" | "alert" | null>(null);
  return (
    <>
      <Button size="xs" variant="default" leftSection={<IconBookmark size={15} aria-hidden="true" />} onClick={() => setOpen("save")}>{say("boards.save")}</Button>
      <Button size="xs" variant="default" leftSection={<IconBell size={15} aria-hidden="true" />} onClick={() => setOpen("alert")}>{say("boards.alert_me")}</Button>
      {open === "save" && <SaveQuestion {...props} close={() => setOpen(null)} />}
      {open === "alert" && <AlertForm {...props} close={() => setOpen(null)} />}
    </>
  );
}
