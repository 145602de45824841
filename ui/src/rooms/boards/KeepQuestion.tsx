import { Button } from "@mantine/core";
import { IconBookmark } from "@tabler/icons-react";
import { useState } from "react";
import type { QuestionLine } from "~/api/types";
import type { Exploring } from "~/rooms/explore/address";
import type { Answer, Asking } from "~/rooms/explore/useExplore";
import { useTexts } from "~/texts/texts";
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
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="xs" variant="default" leftSection={<IconBookmark size={15} aria-hidden="true" />} onClick={() => setOpen(true)}>{say("boards.save")}</Button>
      {open && <SaveQuestion {...props} close={() => setOpen(false)} />}
    </>
  );
}
