/** Every package manager and every version of TypeScript once; `npm run test:install` tries all of them together. */
import { describeInstalls } from "./installs.js";

describeInstalls([
  ["npm", "7.0"],
  ["pnpm", "5.9"],
  ["yarn", "6.0"],
]);
