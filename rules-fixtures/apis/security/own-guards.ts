import { SetMetadata } from "@nestjs/common";
import type { RequestHandler } from "express";
import { isKnown } from "./sessions.js";

export const signedIn: RequestHandler = (req, _res, next) => {
  if (isKnown(req)) next();
  else next("route");
};

export const Session = () => SetMetadata("needs", "session");
