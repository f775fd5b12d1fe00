/** What commands can be asked to write: apart from the commands, which are loaded when they are run. */
import type { OpenApiVersion } from "@loopguard/engine";
import type { DocumentFormat } from "@loopguard/openapi-preview";

export const REPORT_FORMATS = ["pretty", "json", "sarif", "github", "gitlab"] as const;
export const DOCUMENT_FORMATS: readonly DocumentFormat[] = ["json", "yaml"];
export const OPENAPI_VERSIONS: readonly OpenApiVersion[] = ["3.0", "3.1", "3.2"];
