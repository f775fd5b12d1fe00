/** With and without typed linting; `npm run test:install` tries every package manager with every version of TypeScript. */
import { describeInstalls } from "./installs.js";

describeInstalls([
  ["npm", "7.0"],
  ["pnpm", "5.9"],
]);
