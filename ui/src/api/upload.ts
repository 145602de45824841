import { currentLanguage } from "~/texts/texts";
import { CHANGE_HEADER, Refused, refusal } from "./client";
import type { paths } from "./schema";

type Answer = paths["/api/uploads"]["post"]["responses"][200]["content"]["application/json"];
const ADDRESS: keyof paths = "/api/uploads";

/** Sends files and tells how far it is (0…1); `fetch` cannot say that. Throws Refused like every other call. */
export function sendFiles(files: File[], onShare: (share: number) => void): Promise<Answer> {
  const form = new FormData();
  for (const file of files) form.append("files", file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", ADDRESS);
    request.setRequestHeader("Accept-Language", currentLanguage());
    request.setRequestHeader(CHANGE_HEADER, "1");
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onShare(event.loaded / event.total);
    };
    request.onerror = () => reject(new Refused(0, "", "", "", ""));
    request.onload = () => {
      const answer = new Response(request.responseText || "{}", { status: request.status });
      if (answer.ok) void answer.json().then(resolve as (value: unknown) => void, reject);
      else void refusal(answer).then(reject);
    };
    request.send(form);
  });
}
