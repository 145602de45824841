import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, body } from "~/api/client";
import type { Plan } from "~/api/types";
import { sendFiles } from "~/api/upload";
import { ErrorNote } from "~/kit/states";
import { DropFiles } from "./DropFiles";
import { ImportProgress } from "./ImportProgress";
import { PastImports } from "./PastImports";
import { PlanEditor } from "./PlanEditor";
import { Steps } from "./Steps";
import classes from "./wizard.module.css";

/** Upload → look at the rows and the proposed mapping → import → open the map. */
export function ImportPart() {
  const client = useQueryClient();
  const [share, setShare] = useState(0);
  const [plan, setPlan] = useState<Plan | null>(null);
  const [job, setJob] = useState<string | null>(null);
  const sending = useMutation({
    mutationFn: (files: File[]) => sendFiles(files, setShare),
    onMutate: () => setShare(0),
    onSuccess: setPlan,
  });
  const starting = useMutation({
    mutationFn: ({ upload, toml }: { upload: string; toml: string }) => body(api.POST("/api/uploads/{upload}/import", { params: { path: { upload } }, body: { toml, file: "" } })),
    onSuccess: (started) => {
      setJob(started.id);
      void client.invalidateQueries({ queryKey: ["imports"] });
    },
  });
  const past = useQuery({ queryKey: ["imports"], queryFn: ({ signal }) => body(api.GET("/api/imports", { signal })) });
  const again = () => {
    setPlan(null);
    setJob(null);
    sending.reset();
    starting.reset();
  };
  const step = job ? 2 : plan ? 1 : 0;
  return (
    <div className={classes.wizard}>
      <Steps at={step} />
      {step === 0 && <DropFiles sending={sending.isPending} share={share} send={(files) => sending.mutate(files)} />}
      {sending.error && <ErrorNote error={sending.error} />}
      {step === 1 && plan && (
        <>
          {starting.error && <ErrorNote error={starting.error} />}
          <PlanEditor plan={plan} starting={starting.isPending} back={again} start={(toml) => starting.mutate({ upload: plan.upload, toml })} />
        </>
      )}
      {job && <ImportProgress job={job} again={again} />}
      {step === 0 && past.data && past.data.length > 0 && <PastImports jobs={past.data} />}
    </div>
  );
}
