/** Writes the document of a project as `loopguard openapi` does, without the validators that look at it there. */
import { writeFileSync } from "node:fs";
import { dispatchedRoutes, findRoutes, openApiDocument, packageInfo } from "@loopguard/engine";
import { openProject } from "@loopguard/engine/typescript";
import { nodeHost, withForwardSlashes } from "@loopguard/node-host";

const [folder = ".", file = "openapi.json"] = process.argv.slice(2);
const directory = withForwardSlashes(folder);
const project = openProject(nodeHost(), [directory]);
const routes = [...findRoutes(project).routes, ...dispatchedRoutes(project)];
const { document } = openApiDocument(project, routes, { info: packageInfo(nodeHost(), directory) });
writeFileSync(file, JSON.stringify(document, null, 2));
