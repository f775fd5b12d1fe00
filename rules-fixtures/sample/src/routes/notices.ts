import { Router } from "express";
import { addNotice, allNotices, backUp } from "../repositories/notices.js";
import { fingerprint } from "../services/fingerprint.js";

export const notices = Router();

notices
  .route("/notices")
  .get((_request, response) => {
    response.json(allNotices());
  })
  .post(async (request, response) => {
    const { text } = request.body as { text?: string };
    response.status(201).json(await addNotice(text ?? ""));
  });

notices.get("/notices/fingerprint", async (_request, response) => {
  response.json({ fingerprint: await fingerprint(JSON.stringify(allNotices())) });
});

notices.post("/notices/backup", (_request, response) => {
  backUp();
  response.sendStatus(204);
});
