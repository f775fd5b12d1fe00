/** The security schemes that a project's configuration gives to its middleware, guards and decorators. */
import type { SecuritySetting } from "../configuration/configuration.js";
import type { Chain } from "../handler-reader.js";
import type { Code } from "./code.js";
import type { SecurityScheme } from "./document.js";
import { type Frame, placeOf } from "./frames.js";
import { securitySchemes } from "./frameworks/security.js";
import type { ObservedSecurity } from "./observed.js";
import { schemeName } from "./security.js";

export interface ConfiguredSecurity {
  /** Absent for what exempts from all. */
  readonly security?: ObservedSecurity;
  readonly status?: number;
}

/** What the configuration says of the function or class that a chain names, or calls; undefined where it says nothing. */
export function configuredSecurity(chain: Chain, frame: Frame, code: Code): ConfiguredSecurity | undefined {
  const settings = code.securitySettings;
  if (settings.length === 0) return undefined;
  const names = namesOf(chain, frame, code);
  const setting = settings.find(({ module, member }) => names.includes(`${module}#${member}`));
  if (!setting) return undefined;
  const { scheme, status } = setting;
  return {
    ...(scheme !== "none" && {
      security: { id: idOf(setting), described: described(setting), scopes: setting.scopes ?? [] },
    }),
    ...(status !== undefined && { status }),
  };
}

/** `@acme/auth#requireUser`, `/project/src/auth.ts#requireUser` */
function namesOf(chain: Chain, frame: Frame, code: Code): readonly string[] {
  const declared = code.declaredName(frame.file, chain);
  const { root, steps } = placeOf(chain, frame, code);
  if (root.is !== "external") return declared ? [`${declared.file}#${declared.name}`] : [];
  const members = steps.flatMap((step) => (step.do === "member" ? [step.name] : []));
  const path = [...root.steps, ...members].filter((step) => step !== "default" || members.length === 0);
  return [`${root.module}#${path.join(".")}`];
}

function idOf({ id, scheme, name }: SecuritySetting): string {
  return id ?? (scheme === "apiKey" ? schemeName(name ?? DEFAULT_KEY) : scheme);
}

function described(setting: SecuritySetting): SecurityScheme {
  const { scheme, name = DEFAULT_KEY, scopes = [], authorizationUrl, tokenUrl, openIdConnectUrl = "" } = setting;
  if (scheme === "apiKey") return { type: "apiKey", in: setting.in ?? "header", name };
  if (scheme === "openIdConnect") return { type: "openIdConnect", openIdConnectUrl };
  if (scheme !== "oauth2") return securitySchemes[scheme] ?? { type: "http", scheme };
  const flow = {
    ...(authorizationUrl !== undefined && { authorizationUrl }),
    tokenUrl: tokenUrl ?? authorizationUrl ?? "",
    scopes: Object.fromEntries(scopes.map((scope) => [scope, ""])),
  };
  return {
    type: "oauth2",
    flows: authorizationUrl === undefined ? { clientCredentials: flow } : { authorizationCode: flow },
  };
}

const DEFAULT_KEY = "x-api-key";
