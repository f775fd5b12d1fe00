// Data has members of the names that its schemas have, and runs none of what these keep.
import { readFileSync } from "node:fs";
import express from "express";
import { z } from "zod";

const settings = z.object({
  template: z.string().refine((path) => readFileSync(path).length > 0),
  //                                    ^^^^^^^^^^^^^^^^^^ unknown
});

export const preferences = z.object({ settings: settings.default({ template: "plain" }) });

const app = express();
app.put("/preferences", (request: express.Request<object, object, z.infer<typeof preferences>>, response) => {
  const { settings: changed } = request.body;
  response.json([JSON.stringify(request.body.settings), structuredClone(changed)]);
});
