import type { NextApiRequest, NextApiResponse } from "next";
import { packLater } from "../../../lib/prints";

export default async function handler(_request: NextApiRequest, response: NextApiResponse): Promise<void> {
  response.status(200).json({ packed: (await packLater()).length > 0 });
}
