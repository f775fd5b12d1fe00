import type { NextApiRequest, NextApiResponse } from "next";
import { pack } from "../../../lib/prints";

export default function handler(_request: NextApiRequest, response: NextApiResponse): void {
  response.status(200).json({ packed: pack().length > 0 });
}
